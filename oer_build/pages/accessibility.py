"""The accessibility statement: what is aimed at, what was tested and found, known limits, other ways, and
whom to tell of a barrier. It says what is recorded, and where nothing is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from oer_build.lesson import Node
from oer_build.model import Audit, Finding, ManualTest
from oer_build.pages.frame import Frame, headings, section
from oer_build.pages.page import Page

GUIDELINES = "https://www.w3.org/TR/WCAG22/"
_READ_IN_A_BROWSER = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})


@dataclass(frozen=True, slots=True)
class Test:
    """A recorded test of the site by a program."""

    date: str
    """ISO date."""
    site: str
    """Web address of the site that was tested; empty where the record does not say it."""
    elsewhere: bool
    """Whether that is another site than this one: a course that was forked from it, for example."""
    revision: str
    """Of its source; empty where the record does not say it."""
    tool: str
    browser: str
    rules: int
    """How many rules were tried."""
    kinds: int
    """How many kinds of page were tested, one page of each."""
    views: int
    """How often a page was looked at: kinds, themes and widths multiplied."""
    states: int
    """How many states of pages in use were tested: opened, answered, filled in."""
    state_views: int
    """How often such a state was looked at."""
    themes: tuple[str, ...]
    """In words."""
    widths: tuple[int, ...]
    violations: tuple[Finding, ...]
    """What was found, rule by rule."""
    places: int
    """In how many places."""
    undecided: int
    """Places that the program could not decide."""
    manual: tuple[ManualTest, ...]
    """Tests by people, the latest first."""


@dataclass(frozen=True, slots=True)
class AccessibilityContext:
    """What `accessibility.html.jinja` is given."""

    nodes: tuple[Node, ...]
    """An introduction of the site's own, from an article at the same address."""
    site_title: str
    """Name of the site."""
    guidelines: str
    """Web address of the guidelines."""
    test: Test | None
    """The last test that is recorded; None where there is none."""
    files: tuple[str, ...]
    """Kinds of files to download that no test looked at, by the ending of their name."""
    modules: bool
    """Whether there are modules, whose source can be taken away as plain text."""
    pictures: bool
    """Whether there is a map of competencies, which is a table too."""
    offline: bool
    """Whether the whole site can be taken away for use without a connection."""
    mailbox: str
    """Whom to write to; empty where none is named."""
    address: str
    """Web address at which to report; empty where there is none."""
    account: bool
    """Whether reporting there asks for an account: it is the repository, for want of a contact."""
    date: str
    """ISO date of the state of the site; empty where it is not known."""


def accessibility(frame: Frame) -> Iterator[Page]:
    """The page. Every site has one."""
    _ = frame.strings.gettext
    site = frame.catalogue.site
    context = AccessibilityContext(
        nodes=frame.lesson("accessibility/").nodes,
        site_title=site.title,
        guidelines=GUIDELINES,
        test=_test(frame, site.audit) if site.audit else None,
        files=_files(frame),
        modules=any(not module.planned for module in frame.catalogue.modules.values()),
        pictures=bool(frame.catalogue.competencies),
        offline=site.offline,
        mailbox=site.contact if "@" in site.contact and "://" not in site.contact else "",
        address=site.contact if "://" in site.contact else "" if site.contact else site.repo_url,
        account=not site.contact and bool(site.repo_url),
        date=site.date[:10],
    )
    description = _(
        "Which standard this site aims at, what was tested and found, and what to do when something stands "
        "in your way."
    )
    yield frame.page(
        "accessibility/",
        _("Accessibility"),
        description,
        "accessibility",
        context,
        breadcrumbs=frame.crumbs(),
        toc=headings(
            ("oer-report", _("If something stands in your way")),
            ("oer-ways", _("Other ways to read this site")),
            ("oer-tested", _("What was tested")),
            ("oer-limits", _("Known limits")),
        ),
        sections=(section("", _("Accessibility"), description),),
        filters=frame.facets(_("Overview")),
    )


def _test(frame: Frame, audit: Audit) -> Test:
    _ = frame.strings.gettext
    themes = {"light": _("light"), "dark": _("dark")}
    return Test(
        date=audit.date,
        site=audit.site,
        elsewhere=bool(audit.site) and audit.site.rstrip("/") != frame.catalogue.site.url.rstrip("/"),
        revision=audit.revision,
        tool=audit.tool,
        browser=audit.browser,
        rules=audit.rules,
        kinds=len(audit.kinds),
        views=len(audit.kinds) * len(audit.themes) * len(audit.widths),
        states=len(audit.states),
        state_views=len(audit.states) * len(audit.themes) * len(audit.widths),
        themes=tuple(themes.get(theme, theme) for theme in audit.themes),
        widths=audit.widths,
        violations=audit.violations,
        places=sum(one.places for one in audit.violations),
        undecided=sum(one.places for one in audit.undecided),
        manual=tuple(sorted(audit.manual, key=lambda one: one.date, reverse=True)),
    )


def _files(frame: Frame) -> tuple[str, ...]:
    endings = {PurePosixPath(asset.path).suffix.lower() for asset in frame.catalogue.assets.values()}
    return tuple(sorted(ending[1:].upper() for ending in endings - _READ_IN_A_BROWSER if ending))
