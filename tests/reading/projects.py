"""A project made of a few texts, read and loaded."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from oer_build.diagnostics import Report
from oer_build.files import Sources, read_project
from oer_build.load import Loaded, load
from oer_build.model import Site
from oer_build.project import Project

SITE = Site("A small course", "CC-BY-SA-4.0", language="fr")


def write(root: Path, files: Mapping[str, str | bytes]) -> Project:
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Project(root, SITE, tuple(folder for folder in ("docs",) if (root / folder).is_dir()))


def read(root: Path, files: Mapping[str, str | bytes]) -> tuple[Sources, Report]:
    report = Report()
    return read_project(write(root, files), report), report


def loaded(root: Path, files: Mapping[str, str | bytes]) -> tuple[Loaded, Report]:
    project = write(root, files)
    report = Report()
    return load(read_project(project, report), project, report), report


def said(report: Report) -> list[str]:
    """Each diagnostic as `place code`."""
    return [f"{diagnostic.span} {diagnostic.code}" for diagnostic in report]
