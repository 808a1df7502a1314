"""Tests a built site with axe-core and writes down what it found: `python -m tests.browser.audit SITE_DIR`.

One page of each kind (the longest), and pages in use (`tests/browser/states.py`: opened, answered, filled
in), in both themes, at 320 and 1280 px. The record goes to `accessibility.json` at the project's root, from
which the site's accessibility statement is made: build again after it. It is written whatever was found; the
exit status is 1 where a rule is broken. What people tested stays in the record.

The record says what was tested: the address of the site, and the revision of its source. Commit, build and
test, in this order: of files that differ from the commit no revision is told.
"""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from oer_build.hosts.revision import of as revision_of
from oer_build.load.audit import FILE
from tests.browser.accessibility import TAGS, script
from tests.browser.find_browser import find_browser
from tests.browser.states import STATES, reach
from tests.browser.visits import start
from tests.conftest import BROWSER_OPTIONS, ROOT, serve

THEMES = ("light", "dark")
WIDTHS = {320: 640, 1280: 800}
"""Widths of the window, and its height."""
_KIND = re.compile(r"<article\b[^>]*\boer-page--([\w-]+)")


def kind_of(html: str) -> str:
    """The kind that a page says; none on pages that are not of the course."""
    said = _KIND.search(html)
    return said[1] if said else ""


def pages_by_kind(site: Path) -> dict[str, str]:
    """The address of the longest page of each kind, under the site."""
    longest: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        kind = kind_of(text)
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        if kind and len(text) > longest.get(kind, (0, ""))[0]:
            longest[kind] = (len(text), path)
    return {kind: path for kind, (_, path) in sorted(longest.items())}


def edition(site: Path, project: Path = ROOT) -> dict[str, str]:
    """What a built site is of: its address, and the revision of its source where no file differs from it."""
    made = json.loads((site / "catalogue.json").read_text(encoding="utf-8"))["site"]
    revision = made.get("revision", "")
    known = revision and revision == revision_of(project).revision and not _changed(project)
    return {"site": made.get("url", ""), "revision": revision if known else ""}


def _changed(project: Path) -> bool:
    """Whether a file of the project differs from the commit; the record itself is about to."""
    command = ["git", "-C", str(project), "status", "--porcelain", "--", ".", f":(exclude){FILE}"]
    return bool(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())


def by_people(record: Path, site: str) -> list[dict[str, str]]:
    """The tests by people that a record of the same site holds. Raises `SystemExit` for those of another one,
    which say nothing of this one and are not to be lost."""
    if not record.is_file():
        return []
    before = json.loads(record.read_text(encoding="utf-8"))
    manual: list[dict[str, str]] = before.get("manual", [])
    if manual and before.get("site", "") not in ("", site):
        raise SystemExit(
            f"{record.name} holds tests by people of {before['site']}, and this is {site}: move it away"
        )
    return manual


def look(page: Page) -> dict[str, Any]:
    """What axe-core says of the page as it is now."""
    page.evaluate(script())
    return page.evaluate(
        "(tags) => axe.run({runOnly: tags}).then((said) => ({"
        " violations: said.violations, incomplete: said.incomplete,"
        " tool: `${said.testEngine.name} ${said.testEngine.version}`,"
        " rules: [...said.violations, ...said.incomplete, ...said.passes, ...said.inapplicable]"
        ".map((one) => one.id)}))",
        list(TAGS),
    )


def audit(site: Path) -> dict[str, Any]:
    """The record of one test of a built site."""
    tested = edition(site)
    kinds = pages_by_kind(site)
    rules: set[str] = set()
    found: dict[str, dict[str, tuple[str, Counter[str]]]] = defaultdict(dict)
    tool = browser_name = ""

    def keep(name: str, said: dict[str, Any]) -> None:
        rules.update(said["rules"])
        for outcome in ("violations", "incomplete"):
            for rule in said[outcome]:
                _, most = found[outcome].setdefault(rule["id"], (rule["help"], Counter()))
                most[name] = max(most[name], len(rule["nodes"]))

    with serve(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=BROWSER_OPTIONS)
        browser_name = f"Chromium {browser.version}"
        for theme in THEMES:
            for width, height in WIDTHS.items():
                visit = start(browser, f"{origin}/", (width, height), color_scheme=theme)
                for kind, path in kinds.items():
                    said = look(visit.open(path))
                    tool = said["tool"]
                    keep(kind, said)
                for name, state in STATES.items():
                    reach(visit.page, visit.address, state)
                    keep(name, look(visit.page))
                visit.context.close()
                print(f"{theme}, {width} px: {len(kinds)} pages, {len(STATES)} in use", file=sys.stderr)
        browser.close()
    return {
        "schemaVersion": 1,
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "tool": tool,
        "browser": browser_name,
        "rules": len(rules),
        "kinds": list(kinds),
        "themes": list(THEMES),
        "widths": list(WIDTHS),
        "violations": findings(found["violations"]),
        "undecided": findings(found["incomplete"]),
        "states": list(STATES),
        **tested,
        "manual": by_people(ROOT / FILE, tested["site"]),
    }


def findings(rules: dict[str, tuple[str, Counter[str]]]) -> list[dict[str, Any]]:
    """Findings as the record holds them. A place is counted once: of the views of a page, that with most."""
    return [
        {"rule": rule, "help": about, "places": counts.total(), "kinds": sorted(counts)}
        for rule, (about, counts) in sorted(rules.items())
    ]


def main(arguments: list[str]) -> int:
    """The exit status: 0 no rule is broken, 1 one is, 2 wrong use."""
    if len(arguments) != 1 or not Path(arguments[0], "index.html").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    record = audit(Path(arguments[0]))
    (ROOT / FILE).write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for finding in record["violations"]:
        print(f"{finding['rule']}: {finding['places']} places, {', '.join(finding['kinds'])}")
    if not record["revision"]:
        print("no revision is recorded: commit, build and test again", file=sys.stderr)
    used = len(record["states"])
    print(f"{len(record['kinds'])} kinds of page, {used} in use, {record['rules']} rules: {FILE}")
    return 1 if record["violations"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
