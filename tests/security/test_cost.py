"""Texts that hang other programs for seconds, minutes or for ever cost the whole compiler next to nothing.

The bounds themselves are shown in `tests/markup/test_safety.py` and `tests/reading/test_cost.py`.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.core.small_course import FILES, compiled

MODULE = "content/modules/asking/index.md"
SECONDS = 8.0
"""Of processor time; a course without them takes a tenth of a second."""

REFUSED = {
    "4,000 open brackets": "[" * 4_000,
    "20,000 open brackets": "[" * 19_999,
    "footnotes and abbreviations": "".join(f"[^{n}]: x\n\n*[A{n}]: x\n" for n in range(2_000)),
    "lists 200 deep": "\n".join("    " * n + "- x" for n in range(200)),
    "lists 400 deep in quotations": "\n".join("> " * n + "- x" for n in range(400)),
    "headings": "# " * 9_000,
    "a line of a quarter of a megabyte": "a" * 250_000,
}
HARMLESS = {
    "a declaration without end": "<![ b\n\n<![CDATA[ c",
    "a caret and a tilde": "^^" + "^a " * 3_000 + "\n\n~~" + "~a " * 3_000,
    "emphasis that never ends": "*a **b ***c " * 300,
    "addresses without end": "http://" + "a." * 4_000 + " www." + "w" * 9_000,
    "unknown names": "\n\n".join(f"[[no-such-{n}]] [a](no-{n}.md)" for n in range(1_500)),
}


def cost(folder: Path, changes: dict[str, str]) -> tuple[float, list[str]]:
    before = time.process_time()
    codes = [problem.code for problem in compiled(folder, dict(changes)).report]
    return time.process_time() - before, codes


@pytest.mark.parametrize("shape", REFUSED)
def test_a_text_beyond_all_measure_is_refused(shape: str, tmp_path: Path) -> None:
    seconds, codes = cost(tmp_path, {MODULE: f"{FILES[MODULE]}\n{REFUSED[shape]}\n"})
    assert {"too-complex", "line-too-long", "heading-level"} & set(codes)
    assert seconds < SECONDS


@pytest.mark.parametrize("shape", HARMLESS)
def test_an_odd_text_is_read_in_time(shape: str, tmp_path: Path) -> None:
    seconds, codes = cost(tmp_path, {MODULE: f"{FILES[MODULE]}\n{HARMLESS[shape]}\n"})
    assert "markdown-failed" not in codes
    assert seconds < SECONDS


def test_a_title_of_a_megabyte_is_not_printed_on_every_page(tmp_path: Path) -> None:
    title = json.dumps("long " * 200_000)
    made = compiled(tmp_path, {"competencies/writing.yml": f"title: {title}\nfullStatement: x\n"})
    assert ("competencies/writing.yml", "invalid-value") in {
        (problem.span.file, problem.code) for problem in made.report
    }


def test_everything_requires_everything(tmp_path: Path) -> None:
    names = [f"m{n}" for n in range(40)]
    text = FILES["content/modules/reporting/index.md"]
    changes = {
        f"content/modules/{name}/index.md": text.replace(
            "[asking]", f"[{', '.join(other for other in names if other != name)}]"
        )
        for name in names
    }
    seconds, codes = cost(tmp_path, changes)
    assert "prerequisite-cycle" in codes
    assert len(codes) <= 60
    assert seconds < SECONDS
