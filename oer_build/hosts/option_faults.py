"""Options of the plugin that ask for more than a type: what is wrong with each.

A project with a fault is not published, so what is wrong is handed on as it is, and nothing stands in for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from oer_build.project import CONTENT
from oer_build.schema.checks import Problem, license_problem, url
from oer_build.schema.forms import mailbox, of_a_role
from oer_build.settings import Fault, Way

OPTIONS: Way = ("plugins", "oer")
"""The way to them in `mkdocs.yml`, where `plugins` is a list of names or a mapping."""


def license_faults(value: str) -> Iterator[Fault]:
    """For an option `license` that is no SPDX expression."""
    problem = license_problem(value)
    if problem:
        message, hint = problem
        yield Fault("invalid-license", (*OPTIONS, "license"), f"`license`: {message}", hint)


def contact_faults(value: str, site: str) -> Iterator[Fault]:
    """For an option `contact` that is neither a web address nor a mailbox of a role.

    `site` is the name of the site: a word of it in the address shows that no person is meant.
    """
    way = (*OPTIONS, "contact")
    if not value:
        return
    if value.startswith(("https:", "http:")):
        try:
            url(value)
        except Problem as problem:
            yield of_value(problem, way, "`contact`")
        return
    try:
        mailbox(value)
    except Problem as problem:
        yield of_value(problem, way, "`contact`")
        return
    if not of_a_role(value, site):
        yield Fault(
            "personal-address",
            way,
            f"`contact`: '{value}' looks like the address of a person",
            "write that of a role, such as accessibility@example.org",
        )


def docs_dir_faults(folder: Path, root: Path) -> Iterator[Fault]:
    """For a `docs_dir` that is another folder than the one that the compiler reads."""
    if folder.resolve() != (root / CONTENT).resolve():
        yield Fault(
            "invalid-setting",
            ("docs_dir",),
            f"`docs_dir` is not `{CONTENT}`, the folder that modules, courses and pages are read from",
            f"write docs_dir: {CONTENT}",
        )


def of_value(problem: Problem, way: Way, name: str) -> Fault:
    """What a check of values found wrong with a setting: a wrong value there is a wrong setting here."""
    words = problem.context or {}
    code = "invalid-setting" if problem.type == "invalid-value" else problem.type
    return Fault(code, way, f"{name}: {words['message']}", words["hint"])
