"""`make audit`: what its server sends, which targets it holds pages to, and what it writes."""

from __future__ import annotations

import datetime
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "tools" / "audit"
NAMES = ("server", "tasks", "measure", "processors", "report")


@pytest.fixture(scope="module")
def audit() -> Iterator[dict[str, ModuleType]]:
    """Its modules, which stand beside each other and are no package."""
    sys.path.insert(0, str(FOLDER))
    try:
        yield {name: __import__(name) for name in NAMES}
    finally:
        sys.path.remove(str(FOLDER))
        for name in NAMES:
            sys.modules.pop(name, None)


def test_its_server_sends_what_a_good_host_sends(audit: dict[str, ModuleType], tmp_path: Path) -> None:
    page = "<p>a page</p>" * 99
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "a.js").write_text("1;" * 99, encoding="utf-8")
    with audit["server"].serve(tmp_path) as address:
        with urllib.request.urlopen(address) as answer:
            assert gzip.decompress(answer.read()).decode() == page
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Cache-Control"] == "no-cache"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        with urllib.request.urlopen(address + "a.js") as answer:
            assert answer.headers["Cache-Control"] == "max-age=86400"
            assert answer.headers["Content-Type"] == "text/javascript"
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(address + "gone/")


def test_a_weight_counts_each_file_once_and_compressed(audit: dict[str, ModuleType], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"a" * 10_000)
    (tmp_path / "a.css").write_bytes(b"b" * 10_000)
    weight = audit["measure"].weight(tmp_path, ("/", "/a.css", "/a.css", "/gone.js"))
    assert weight == len(gzip.compress(b"a" * 10_000, 9)) + len(gzip.compress(b"b" * 10_000, 9))


def _run(audit: dict[str, ModuleType], speed: int = 100, **changes: Any) -> Any:
    scores = {"performance": speed, "accessibility": 100, "best-practices": 100, "seo": 100}
    values = {"scores": scores, "failed": (), "shift": 0.0, "blocked": 0.0, "addresses": (), "browser": "1"}
    times = {"longest": 44.0, "first": 24.0, "longest_lasts": 0.0, "first_lasts": 0.0}
    return audit["measure"].Run(**(values | times | {"power": 1600.0, "version": "2"} | changes))


def _line(audit: dict[str, ModuleType], size: int = 40_000, **changes: Any) -> Any:
    runs = [_run(audit, speed, **changes) for speed in (100, 96, 98, 20, 100)]
    mobile, desktop = audit["measure"].median(runs), audit["measure"].median([_run(audit)] * 5)
    times = ((1630.0, 9000.0), (1400.0, 3104.0), (8000.0, 2000.0))
    slowed = audit["measure"].median_slowed([audit["measure"].Slowed(*one) for one in times])
    return audit["report"].Line("home", {"mobile": mobile, "desktop": desktop}, slowed, size)


def _report(audit: dict[str, ModuleType], line: Any, busy: float = 0, alone: bool = True) -> str:
    empty = audit["measure"].median([_run(audit, first_lasts=time) for time in (0, 52, 60, 0, 54)])
    date = datetime.date(2026, 11, 22)
    return audit["report"].report([line], empty, date, _run(audit), 5, alone=alone, busy=busy)


def test_the_median_counts_and_the_range_is_told(audit: dict[str, ModuleType]) -> None:
    line = _line(audit)
    assert audit["report"].missed([line]) == []
    text = _report(audit, line)
    assert "22 November 2026" in text and "Every target was met." in text and "busy" not in text
    assert "busy" in _report(audit, line, 2.5)
    assert "the process of the page has one of" in text
    assert "Here the browser's other processes" in _report(audit, line, alone=False)
    assert "had a processor for 24 ms and lasted under 50 ms; for a page" in text
    assert "without style sheet and script, 24 ms and 52 ms." in text
    assert "index of\n1,600, so four times slower 400." in text
    speeds = "98 (20 to 100) | 100 (100 to 100)"
    scores = "100 | 100 | 100 | none | 44 ms | 44 ms | under 50 ms | under 50 ms | none"
    assert f"| Home | 40.0 kB | {speeds} | {scores} | 1.6 s | 3.1 s |" in text


def test_the_browsers_own_task_is_told_of_all_pages_at_once(audit: dict[str, ModuleType]) -> None:
    """How long it has a processor from the shortest to the longest, and how long it lasts at most."""
    lines = [_line(audit, first=22.0), _line(audit, first=26.0, first_lasts=57.0)]
    text = audit["report"].report(
        lines, _run(audit), datetime.date(2026, 11, 22), _run(audit), 5, alone=True, busy=0
    )
    assert "had a processor for 22 to 26 ms and lasted up to 57 ms; for a page" in text
    assert "without style sheet and script, 24 ms and under 50 ms." in text


def test_on_a_slow_line_the_last_script_counts(audit: dict[str, ModuleType]) -> None:
    """A request that did not end has no end in the report."""
    requests = [
        {"resourceType": "Script", "networkEndTime": 1500.5},
        {"resourceType": "Script", "networkEndTime": 3100.5},
        {"resourceType": "Script"},
        {"resourceType": "Stylesheet", "networkEndTime": 4000.0},
    ]
    told = {
        "first-contentful-paint": {"numericValue": 1600.5},
        "network-requests": {"details": {"items": requests}},
    }
    found = audit["measure"].read_slowed({"audits": told})
    assert (found.drawn, found.scripts) == (1600.5, 3100.5)


@pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2 or not shutil.which("taskset"),
    reason="needs two processors and Linux' taskset",
)
def test_a_page_has_a_processor_for_itself(
    audit: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by a browser that only says what it was started with, and starts a page."""
    browser = tmp_path / "my browser"
    says = "import os; print(sorted(os.sched_getaffinity(0)))"
    browser.write_text(
        f'#!/bin/sh\n{sys.executable} -c "{says}"\n'
        f'for one in "$@"; do case "$one" in --renderer-cmd-prefix=*)\n'
        f'${{one#--renderer-cmd-prefix=}} {sys.executable} -c "{says}";; esac; done\n',
        "utf-8",
    )
    browser.chmod(0o700)
    before = os.sched_getaffinity(0)
    own, *others = sorted(before)
    with audit["processors"].apart(str(browser)) as program:
        assert os.sched_getaffinity(0) == set(others)
        said = subprocess.run([program, "about:blank"], capture_output=True, text=True, check=True).stdout
        assert said.splitlines() == [str(others), str([own])]
    assert os.sched_getaffinity(0) == before
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with audit["processors"].apart(str(browser)) as program:
        assert program == str(browser) and os.sched_getaffinity(0) == before


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"size": 60_001}, "Home: the first view takes 60001 bytes"),
        ({"shift": 0.02}, "Home, mobile: the page shifts by 0.020"),
        ({"longest": 51.0}, "Home, mobile: a task takes 51 ms of a processor"),
        ({"longest_lasts": 51.0}, "Home, mobile: a task lasts 51 ms"),
        ({"first": 51.0}, "Home, mobile: the browser's first task takes 51 ms of a processor"),
        ({"first_lasts": 51.0}, "Home, mobile: the browser's first task lasts 51 ms"),
        ({"blocked": 51.0}, "Home, mobile: long tasks keep readers waiting for 51 ms"),
    ],
)
def test_a_missed_target_is_told(audit: dict[str, ModuleType], changes: dict[str, Any], told: str) -> None:
    line = _line(audit, **changes)
    problems = audit["report"].missed([line])
    assert len(problems) == 1 and problems[0].startswith(told)
    text = _report(audit, line)
    assert f"- {problems[0]}\n" in text and "Every target" not in text


def test_tasks_of_a_page_are_the_one_that_commits_it_and_those_after_it(audit: dict[str, ModuleType]) -> None:
    """Traced as `RunTask` on the thread of the page; the browser and other pages have tasks of their own."""

    def task(ts: int, dur: int, tdur: int, tid: int = 1) -> dict[str, Any]:
        return {"name": "RunTask", "pid": 7, "tid": tid, "ts": ts, "dur": dur, "tdur": tdur, "args": {}}

    def commit(ts: int, **data: bool) -> dict[str, Any]:
        return {"name": "CommitLoad", "pid": 7, "tid": 1, "ts": ts, "dur": 9, "args": {"data": data}}

    page = [commit(150, isOutermostMainFrame=True), commit(1400, isOutermostMainFrame=True)]
    frame = commit(9100, isOutermostMainFrame=False)
    before = [task(100, 500, 400), task(700, 200, 9000)]
    after = [task(9000, 900, 700), task(9900, 3000, 800), task(9900, 9000, 8000, tid=2)]
    times = audit["tasks"].first_and_longest
    own = task(1000, 8000, 6500)
    assert times({"traceEvents": [*before, own, *after, frame, *page]}, 4) == (26, 3.2)
    assert times({"traceEvents": [own, *page]}, 4) == (26, 0)
    silent = task(9950, 1000, 0)
    del silent["tdur"]
    assert times({"traceEvents": [own, silent, *page]}, 4) == (26, 4), "all that it lasted"
    del silent["dur"]
    assert times({"traceEvents": [own, silent, *page]}, 4) == (26, 0), "the trace ends before it"
    with pytest.raises(ValueError, match="no task"):
        times({"traceEvents": before}, 4)
    del own["tdur"]
    with pytest.raises(ValueError, match="how long a task has a processor"):
        times({"traceEvents": [own, *page]}, 4)


def test_what_is_installed_is_locked_and_names_no_registry() -> None:
    """Where packages are fetched from is the machine's business."""
    lock = (FOLDER / "package-lock.json").read_text(encoding="utf-8")
    package = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    wanted = package["devDependencies"]
    packages = json.loads(lock)["packages"]
    assert packages["node_modules/lighthouse"]["version"] == wanted["lighthouse"]
    # A dependency that asks for the latest is not what the lock says any more when that comes out.
    asked = [pair for one in packages.values() for pair in one.get("dependencies", {}).items()]
    newest = {name for name, version in asked if version == "latest"}
    assert newest == package["overrides"].keys()
    assert all(packages[f"node_modules/{name}"]["version"] == package["overrides"][name] for name in newest)
    assert all(one.get("integrity", "").startswith("sha512-") for name, one in packages.items() if name)
    assert '"resolved"' not in lock and not re.search(r"registry|localhost|127\.0", lock)
