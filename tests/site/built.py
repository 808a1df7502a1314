"""A built site as values: its pages parsed once, its data, and where an address leads. Knows no browser."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tests.site.html import Element, parse

OWN = frozenset({"", "index.html"})


@dataclass
class Site:
    """A site in a folder, served at `address`, and at `deep_address` as on a host that gives it a folder."""

    folder: Path
    address: str
    deep_address: str
    url: str
    """`site_url` of the configuration: where the site says that it lives."""

    @cached_property
    def pages(self) -> dict[str, Element]:
        """Every page by its path under the site: `""` is home, `modules/users/` a folder's page."""
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            path = file.relative_to(self.folder).as_posix()
            if path.startswith("pagefind/"):
                continue
            found[path.removesuffix("index.html")] = parse(file.read_text(encoding="utf-8"))
        return found

    @cached_property
    def identifiers(self) -> dict[str, set[str]]:
        """The ids of each page, which fragments may lead to."""
        return {path: {one["id"] for one in page.all() if one["id"]} for path, page in self.pages.items()}

    @cached_property
    def catalogue(self) -> dict[str, Any]:
        return json.loads(self.read("catalogue.json"))

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def where(self, path: str, reference: str) -> tuple[str, str] | None:
        """Where a reference on the page at `path` leads: path and fragment; None where it leaves the site."""
        address, fragment = urldefrag(urljoin(self.url + path, reference))
        if not address.startswith(self.url):
            return None
        return unquote(urlsplit(address).path[len(urlsplit(self.url).path) :]), unquote(fragment)

    def exists(self, path: str) -> bool:
        if path in self.pages:
            return True
        return bool(path) and (self.folder / path).is_file()

    def links(self, path: str, within: Element | None = None) -> Iterator[tuple[Element, str, str]]:
        """The links of a page to pages and files of this site: the element, the path and the fragment."""
        for link in (within or self.pages[path]).all("a"):
            if "href" in link.attributes:
                target = self.where(path, link["href"])
                if target is not None:
                    yield link, *target

    def article(self, path: str) -> Element:
        """The page without the frame that all pages share."""
        found = self.pages[path].one("article")
        assert found is not None, f"{path} has no article"
        return found

    def clicks(self) -> dict[str, int]:
        """For every page that can be reached from home: the fewest clicks that it takes."""
        distance = {"": 0}
        queue = deque([""])
        while queue:
            here = queue.popleft()
            for _, path, _ in self.links(here):
                if path in self.pages and path not in distance:
                    distance[path] = distance[here] + 1
                    queue.append(path)
        return distance

    def linked_data(self, path: str) -> list[dict[str, Any]]:
        return [
            json.loads(script.source) for script in self.pages[path].all("script", type="application/ld+json")
        ]

    @property
    def modules(self) -> list[dict[str, Any]]:
        return self.catalogue["modules"]

    @property
    def written(self) -> list[dict[str, Any]]:
        """Modules that are more than planned."""
        return [module for module in self.modules if module["creativeWorkStatus"] != "planned"]
