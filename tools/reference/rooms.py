"""The tables of rooms in the architecture page, from the first lines of the modules."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

from writing import DOCS, PACKAGE, ROOT, code, prose, table

BEGIN, END = "<!-- rooms: begin, written by tools/reference -->", "<!-- rooms: end -->"


def architecture() -> str:
    """The architecture page: written by hand, but for what stands between two comments."""
    text = (DOCS / "explanation" / "architecture.md").read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    _, after = rest.split(END, 1)
    return f"{before}{BEGIN}\n\n{rooms()}\n\n{END}{after}"


def rooms() -> str:
    """A table of the rooms in the order of the walk, and one of the files of each room that is a folder."""
    rows = [("Room", "What it is for")]
    details = []
    for name in _order():
        path = PACKAGE / name if (PACKAGE / name).is_dir() else PACKAGE / f"{name}.py"
        rows.append((code(f"{name}/" if path.is_dir() else path.name), opening(path)))
        files = sorted(path.glob("*.py")) if path.is_dir() else []
        listed = [(code(file.name), opening(file)) for file in files if file.name != "__init__.py"]
        if listed:
            details += [f"### `{name}/`", table(("File", "What it is for"), *listed)]
    return "\n\n".join([table(*rows), "## Files of the rooms", *details])


def _order() -> list[str]:
    """The layers that import-linter holds, lowest first, then what stands beside them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    lowest_first = [name for layer in reversed(layers) for name in re.findall(r"[\w.]+", layer)]
    order = [name.removeprefix("oer_build.").partition(".")[0] for name in lowest_first]
    there = sorted(
        path.stem
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").is_file()) and not path.name.startswith("__")
    )
    return list(dict.fromkeys([*(name for name in order if name in there), *there]))


def opening(path: Path) -> str:
    """The first paragraph of the docstring of a module or package."""
    file = path / "__init__.py" if path.is_dir() else path
    text = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return prose(text).split("\n\n")[0]
