"""Writes the reference pages of `docs/` from the code, so that they say what the code does and nothing else.

    python tools/reference            writes the pages
    python tools/reference --check    says which are out of step, and exits 1

Not in `docs/` itself, because that folder is content: the site publishes it, and refuses programs in it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from command_line import command_line
from diagnostics import diagnostics
from records import records
from rooms import architecture
from templates import templates
from writing import DOCS

PAGES: dict[str, Callable[[], str]] = {
    "reference/diagnostics.md": diagnostics,
    "reference/records.md": records,
    "reference/templates.md": templates,
    "reference/command-line.md": command_line,
    "explanation/architecture.md": architecture,
}


def main(arguments: list[str]) -> int:
    """Write or check every page. The exit status: 0 in step, 1 not, 2 wrong use."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    stale = 0
    for name, make in PAGES.items():
        path, made = DOCS / name, make()
        if path.is_file() and path.read_text(encoding="utf-8") == made:
            continue
        stale += 1
        if arguments:
            print(f"docs/{name} is out of step with the code: run `python tools/reference`")
        else:
            path.write_text(made, encoding="utf-8", newline="\n")
            print(f"docs/{name} written")
    return 1 if stale and arguments else 0


sys.exit(main(sys.argv[1:]))
