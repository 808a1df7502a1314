"""One page measured: Lighthouse in a browser of its own, and the bytes that its first view takes."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from server import packed
from tasks import first_and_longest

HERE = Path(__file__).resolve().parent
PROGRAM = HERE / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-extensions"
)
PICTURES = ("Image", "Media", "Font")
TRACE = "defaultPass.trace.json"
"""What Lighthouse names the trace among what it gathers."""
NOBODY = "Unattributable"
"""What Lighthouse calls whoever a task belongs to that is not of the page."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of Lighthouse says. Scores are from 0 to 100, times in milliseconds."""

    scores: dict[str, int]
    failed: tuple[str, ...]
    """Audits that cost points, by name."""
    shift: float
    blocked: float
    """How long tasks of more than 50 ms keep a reader waiting who sees the page already."""
    longest: float
    """How long a processor has the longest task of the page, at the speed that Lighthouse assumes."""
    first: float
    """The same of the task with which the browser begins the document. An empty page has it too."""
    longest_lasts: float
    """How long the longest task of the page or of a script of it lasts for Lighthouse, which counts what it
    waits for a processor too, as many times."""
    first_lasts: float
    """The same of the longest that Lighthouse attributes to neither: the first, as a rule."""
    power: float
    """What Lighthouse calls the benchmark index of the machine, before it slows it down."""
    addresses: tuple[str, ...]
    """Paths of what was loaded, without pictures."""
    browser: str
    version: str


@dataclass(frozen=True, slots=True)
class Slowed:
    """A run with the line and the processor really slowed down; for `Run`, Lighthouse works that out. Times
    are milliseconds from when the page was asked for."""

    drawn: float
    """Until something of the page shows."""
    scripts: float
    """Until its last script has come."""


def run(address: str, desktop: bool, browser: str) -> Run:
    """One run. Raises `SystemExit` where Lighthouse could not measure."""
    form = ["--preset=desktop"] if desktop else []
    return read(*_lighthouse(address, browser, CATEGORIES, form))


def run_slowed(address: str, browser: str) -> Slowed:
    """One run as on a telephone with a slow line. Raises `SystemExit` where Lighthouse could not measure."""
    told, _ = _lighthouse(address, browser, CATEGORIES[:1], ["--throttling-method=devtools"])
    return read_slowed(told)


def read_slowed(told: dict[str, Any]) -> Slowed:
    """What we keep of a report of Lighthouse on such a run."""
    audits = told["audits"]
    requests = audits["network-requests"]["details"]["items"]
    ends = [one.get("networkEndTime", 0) for one in requests if one.get("resourceType") == "Script"]
    return Slowed(drawn=audits["first-contentful-paint"]["numericValue"], scripts=max(ends, default=0))


def _lighthouse(
    address: str, browser: str, categories: tuple[str, ...], more: list[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The report of a run of Lighthouse, and the trace that it is worked out from."""
    command = [str(PROGRAM), address, "--output=json", "--quiet", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={','.join(categories)}", *more]
    environment = os.environ | {"CHROME_PATH": browser}
    with tempfile.TemporaryDirectory() as folder:
        command.append(f"--gather-mode={folder}")
        command.append(f"--audit-mode={folder}")
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environment, timeout=300
        )
        if done.returncode:
            raise SystemExit(f"Lighthouse failed on {address}:\n{done.stderr.strip()}")
        told = json.loads(done.stdout)
        if told.get("runtimeError"):
            raise SystemExit(f"Lighthouse could not measure {address}: {told['runtimeError']['message']}")
        return told, json.loads(Path(folder, TRACE).read_text(encoding="utf-8"))


def read(told: dict[str, Any], trace: dict[str, Any]) -> Run:
    """What we keep of a report of Lighthouse, and of the trace that it is worked out from."""
    audits = told["audits"]
    failed = {
        one["id"]
        for name in CATEGORIES
        for one in told["categories"][name]["auditRefs"]
        if one["weight"] and (score := audits[one["id"]]["score"]) is not None and score < 0.9
    }
    tasks = (audits["long-tasks"].get("details") or {}).get("items") or []
    requests = audits["network-requests"]["details"]["items"]
    first, longest = first_and_longest(trace, told["configSettings"]["throttling"]["cpuSlowdownMultiplier"])
    return Run(
        scores={name: round(100 * told["categories"][name]["score"]) for name in CATEGORIES},
        failed=tuple(sorted(failed)),
        shift=audits["cumulative-layout-shift"]["numericValue"],
        blocked=audits["total-blocking-time"]["numericValue"],
        longest=longest,
        first=first,
        longest_lasts=max((task["duration"] for task in tasks if task["url"] != NOBODY), default=0),
        first_lasts=max((task["duration"] for task in tasks if task["url"] == NOBODY), default=0),
        power=told["environment"]["benchmarkIndex"],
        addresses=tuple(
            urlsplit(one["url"]).path for one in requests if one.get("resourceType") not in PICTURES
        ),
        browser=told["environment"]["hostUserAgent"].rpartition("Chrome/")[2].partition(".")[0],
        version=told["lighthouseVersion"],
    )


def weight(site: Path, addresses: tuple[str, ...]) -> int:
    """Compressed bytes of some files of a site, each counted once."""
    total = 0
    for path in set(addresses):
        file = site / path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            total += len(packed(str(file), file.stat().st_mtime))
    return total


@dataclass(frozen=True, slots=True)
class Median:
    """Several runs as one: the median of each figure, and how far the speed was spread."""

    scores: dict[str, int]
    slowest: int
    fastest: int
    shift: float
    blocked: float
    longest: float
    first: float
    longest_lasts: float
    first_lasts: float
    power: float
    failed: tuple[str, ...]


def median(runs: list[Run]) -> Median:
    """The middle of each figure over several runs of one page; what failed in any of them."""
    speed = [one.scores["performance"] for one in runs]
    return Median(
        scores={name: int(statistics.median(one.scores[name] for one in runs)) for name in CATEGORIES},
        slowest=min(speed),
        fastest=max(speed),
        shift=statistics.median(one.shift for one in runs),
        blocked=statistics.median(one.blocked for one in runs),
        longest=statistics.median(one.longest for one in runs),
        first=statistics.median(one.first for one in runs),
        longest_lasts=statistics.median(one.longest_lasts for one in runs),
        first_lasts=statistics.median(one.first_lasts for one in runs),
        power=statistics.median(one.power for one in runs),
        failed=tuple(sorted({name for one in runs for name in one.failed})),
    )


def median_slowed(runs: list[Slowed]) -> Slowed:
    """The middle of each figure over several such runs of one page."""
    return Slowed(
        drawn=statistics.median(one.drawn for one in runs),
        scripts=statistics.median(one.scripts for one in runs),
    )
