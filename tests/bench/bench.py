"""`make bench`: our build against plain MkDocs + Material with `navigation.prune`, on the same Markdown
files.

Prints CPU seconds (user and system, all processes) of whole builds, medians of three runs each taken in turn,
the ratio of the two, and how cost grows with the number of modules (the exponent of a power law; 1 is
linear). Then the same for the answer to `--help`, which is to come at once.
No figure is asserted here: machines differ. The claim in the documentation is what this prints.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import write_course

OURS = """\
site_name: Bench
site_url: https://example.org/
docs_dir: content
theme: {name: material, font: false, features: [navigation.prune]}
plugins: [oer]
"""
PEER = """\
site_name: Bench
site_url: https://example.org/
docs_dir: content
theme: {name: material, font: false, features: [navigation.prune]}
plugins: [search]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - sane_lists
  - tables
  - toc
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tasklist
"""


def cpu_seconds(command: list[str], folder: Path) -> float:
    """CPU seconds of a command and its children. Raises when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(folder / ".cache")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}\n{done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def exponent(figures: dict[int, float]) -> float:
    """The slope of a least-squares line through the logarithms: cost = constant * size ** exponent."""
    points = [(math.log(size), math.log(cost)) for size, cost in figures.items()]
    mean_x = statistics.fmean(x for x, _ in points)
    mean_y = statistics.fmean(y for _, y in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def measure(size: int, runs: int) -> tuple[float, float, float]:
    """Median CPU seconds at a size: ours from nothing, ours with the cache of the run before, the peer."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_course(folder, size)
        (folder / "mkdocs.yml").write_text(OURS)
        (folder / "peer.yml").write_text(PEER)
        python = [sys.executable, "-m"]
        ours, again, peer = [], [], []
        for _ in range(runs):
            shutil.rmtree(folder / ".cache", ignore_errors=True)
            build = [*python, "oer_build", "build", "--site-dir", str(folder / "ours")]
            ours.append(cpu_seconds(build, folder))
            again.append(cpu_seconds(build, folder))
            peer.append(
                cpu_seconds([*python, "mkdocs", "build", "-q", "-f", "peer.yml", "-d", "plain"], folder)
            )
        return statistics.median(ours), statistics.median(again), statistics.median(peer)


def helping(runs: int) -> tuple[float, float]:
    """Median CPU seconds until the help is there: of our command, and of the peer's."""
    ours, peer = [], []
    for _ in range(runs):
        ours.append(cpu_seconds([sys.executable, "-m", "oer_build", "--help"], Path.cwd()))
        peer.append(cpu_seconds([sys.executable, "-m", "mkdocs", "--help"], Path.cwd()))
    return statistics.median(ours), statistics.median(peer)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    print("modules   ours  again   peer  ours/peer  again/peer   (CPU seconds, median)")
    first: dict[int, float] = {}
    for size in arguments.sizes:
        ours, again, peer = measure(size, arguments.runs)
        first[size] = ours
        print(f"{size:7} {ours:6.1f} {again:6.1f} {peer:6.1f} {ours / peer:10.2f} {again / peer:11.2f}")
    if len(first) > 1:
        print(f"growth exponent of ours: {exponent(first):.2f}")
    ours, peer = helping(arguments.runs)
    print(f"--help  {ours:6.2f}        {peer:6.2f} {ours / peer:10.2f}")


if __name__ == "__main__":
    main()
