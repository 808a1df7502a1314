"""Addresses of records: paths under the site, and how to write them where the site's own address is or is not
set."""

from __future__ import annotations

from oer_build.model import Site

CASE_PACKAGES = "ims/case/v1p1/CFPackages/"
CASE_DOCUMENTS = "ims/case/v1p1/CFDocuments"


def module_path(identifier: str) -> str:
    return f"modules/{identifier}/"


def bundle_path(identifier: str) -> str:
    return f"modules/{identifier}/{identifier}.zip"


def competency_path(identifier: str) -> str:
    return f"competencies/{identifier}/"


def course_path(identifier: str) -> str:
    return f"courses/{identifier}/"


def role_path(identifier: str) -> str:
    return f"roles/{identifier}/"


def programme_path(identifier: str) -> str:
    return f"programmes/{identifier}/"


def calendar_path(programme: str) -> str:
    return f"programmes/{programme}/{programme}.ics"


def address(site: Site, path: str, page: str = "") -> str:
    """The address of a path under the site: absolute where `site.url` is set, else relative to the page at
    `page`."""
    if site.url:
        return site.url + path
    return "../" * page.count("/") + path or "./"
