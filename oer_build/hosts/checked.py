"""Options that are more than words to hand on: whether each can be used, and what stands in if it cannot."""

from __future__ import annotations

from oer_build.project import CONTENT
from oer_build.schema.checks import Problem, license_problem
from oer_build.schema.forms import mailbox, of_a_role
from oer_build.settings import OPTIONS, Fault

LICENSE = "CC-BY-SA-4.0"
"""Of what a site says and does not mark otherwise, where its settings do not say."""


def license_of(value: str, faults: list[Fault]) -> str:
    """An SPDX expression, checked. A fault is added, and `LICENSE` given, where it is none."""
    problem = license_problem(value)
    if problem is None:
        return value
    faults.append(Fault("invalid-license", (*OPTIONS, "license"), *problem))
    return LICENSE


def contact_of(value: str, site: str, faults: list[Fault]) -> str:
    """A mailbox of a role or a web address, checked; empty, and a fault added, where it is neither.

    `site` is the name of the site: a word of it in the address shows that no person is meant.
    """
    if not value or value.startswith(("https://", "http://")):
        return value
    way = (*OPTIONS, "contact")
    try:
        address = mailbox(value)
    except Problem as problem:
        words = problem.context or {}
        faults.append(
            Fault("invalid-setting", way, f"`contact`: {words['message']}", "write it as team@example.org")
        )
        return ""
    if of_a_role(address, site):
        return address
    faults.append(
        Fault(
            "personal-address",
            way,
            f"`contact`: '{address}' looks like the address of a person",
            "write that of a role, such as accessibility@example.org",
        )
    )
    return ""


def folder_fault() -> Fault:
    """For a `docs_dir` that is another folder than the one that the compiler reads."""
    return Fault(
        "invalid-setting",
        ("docs_dir",),
        f"`docs_dir` is not `{CONTENT}`, the folder that modules, courses and pages are read from",
        f"write docs_dir: {CONTENT}",
    )
