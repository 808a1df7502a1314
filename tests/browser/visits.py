"""A reader's visit: a fresh browser context that writes down whatever goes wrong behind the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.browser.traffic import go, settled, watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Frame, Page, Request, Response

WIDE = (1280, 800)
NARROW = (320, 640)

VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) => {
  (globalThis.violations ??= []).push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
"""


@dataclass
class Visit:
    """A page in a context of its own. `problems` holds what went wrong without showing."""

    context: BrowserContext
    page: Page
    address: str
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """Paths under the site that were asked for."""
    turns: int = 0
    """How many times the reader went to another page."""
    arrived: int = 0
    """The turn whose page is there: while the next is on its way, the one before goes on asking."""
    asked_in: dict[Request, int] = field(default_factory=dict)
    """The turn to whose page each request belongs."""

    def open(self, path: str) -> Page:
        """Go to a page of the site and wait until its scripts have run."""
        go(self.page, self.address + path)
        return self.page

    def settled(self) -> None:
        settled(self.page)

    def watch(self) -> None:
        watch(self.page)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda fault: self.problems.append(f"error in a script: {fault}"))
        self.page.on("request", self._request)
        self.page.on("response", self._response)
        self.page.on("requestfailed", self._failed)
        self.page.on("framenavigated", self._arrived)

    def violations(self) -> list[str]:
        """What the Content-Security-Policy of the server forbade on this page."""
        return self.page.evaluate("globalThis.violations ?? []")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console {message.type} on {self.page.url}: {message.text}")

    def _request(self, request: Request) -> None:
        goes_on = request.is_navigation_request() and request.frame == self.page.main_frame
        if goes_on:
            self.turns += 1
        self.asked_in[request] = self.turns if goes_on else self.arrived
        asked, own = urlsplit(request.url), urlsplit(self.address)
        if asked.scheme in ("data", "blob"):
            return
        if asked.netloc != own.netloc:
            self.problems.append(f"request to another host on {self.page.url}: {request.url}")
        else:
            self.requests.append(request.url.removeprefix(self.address))

    def _arrived(self, frame: Frame) -> None:
        if frame == self.page.main_frame:
            self.arrived = self.turns

    def _failed(self, request: Request) -> None:
        # The browser drops what a page still asked for when the reader goes on before it is whole. Nothing
        # else may be dropped: not the page that one goes to, nor anything while one stays.
        gone = self.asked_in.pop(request, self.turns) < self.turns
        if not (gone and request.failure == "net::ERR_ABORTED"):
            self.problems.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"status {response.status} on {self.page.url}: {response.url}")


class Rooms:
    """Browser contexts for visits, one after the other: a new one costs a third of a second, and much of a
    run would be that. Whoever comes next finds nothing of what was kept in it; what else a test does to a
    context, such as a clock of its own, asks for a fresh one."""

    EASY = frozenset({"color_scheme", "reduced_motion"})
    """Options that a page can be given in a context that is there."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: list[BrowserContext] = []
        self.shared: set[BrowserContext] = set()

    def visit(self, address: str, size: tuple[int, int] = WIDE, fresh: bool = False, **options: Any) -> Visit:
        """`start`, in a context that is free where the options allow it."""
        if fresh or not options.keys() <= self.EASY:
            return start(self.browser, address, size, **options)
        if not self.free:
            found = start(self.browser, address, size, **options)
            self.shared.add(found.context)
            return found
        context = self.free.pop()
        found = Visit(context, context.new_page(), address)
        found.page.set_viewport_size({"width": size[0], "height": size[1]})
        found.page.emulate_media(**({"color_scheme": "light", "reduced_motion": "reduce"} | options))
        found.watch()
        return found

    def leave(self, visit: Visit) -> None:
        """The visit is over."""
        context = visit.context
        if context not in self.shared:
            context.close()
            return
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.clearBrowserCache")
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(visit.address))
        for one in context.pages:
            if one is not page:
                one.close()
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        page.close()
        self.free.append(context)


def start(browser: Browser, address: str, size: tuple[int, int] = WIDE, **options: Any) -> Visit:
    """A new visit. Options are those of a browser context: `color_scheme`, `java_script_enabled`, ..."""
    options.setdefault("color_scheme", "light")
    options.setdefault("reduced_motion", "reduce")
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    context.set_default_timeout(8000)
    if options.get("java_script_enabled", True):
        context.add_init_script(VIOLATIONS)
    visit = Visit(context, context.new_page(), address)
    visit.watch()
    return visit
