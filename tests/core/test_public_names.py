"""The public line of the package: names that other programs may rely on, and what the rooms may know."""

from __future__ import annotations

import tomllib
from pathlib import Path

import oer_build

PUBLIC = {
    "Catalogue",
    "Compilation",
    "Diagnostic",
    "Project",
    "Report",
    "Site",
    "Span",
    "__version__",
    "compile_site",
    "write_folder",
}


def test_the_public_names_are_these_and_each_is_there() -> None:
    assert set(oer_build.__all__) == PUBLIC
    for name in PUBLIC:
        assert getattr(oer_build, name) is not None


def test_an_unknown_name_is_refused_as_python_does() -> None:
    assert not hasattr(oer_build, "compile_everything")


def test_every_room_but_the_mkdocs_host_and_the_command_line_is_kept_from_mkdocs() -> None:
    package = Path(oer_build.__file__).parent
    settings = tomllib.loads((package.parent / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    rooms = {
        path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    hosts = {f"hosts.{path.stem}" for path in (package / "hosts").glob("*.py") if path.stem != "__init__"}
    may_know = {name for name in hosts if name.startswith("hosts.mkdocs")} | {
        "cli",
        "hosts",
        "__init__",
        "__main__",
    }
    assert contract["forbidden_modules"] == ["mkdocs", "material"]
    assert set(contract["source_modules"]) == {f"oer_build.{name}" for name in (rooms | hosts) - may_know}
