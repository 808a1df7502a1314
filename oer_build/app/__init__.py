"""The site as an app: a built site made installable, with a service worker that keeps what was read.

Takes a built site as files and knows no site generator. Scripts and styles get an address that holds the
version of the site, so that no page ever meets those of another version; the worker keeps pages of its own
version only.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from oer_build.app.manifest import manifest
from oer_build.app.versions import move_assets, version_of, with_version
from oer_build.app.worker import GONE, MANIFEST, WORKER, AppError, is_ours, worker
from oer_build.model import Site

__all__ = ["AppError", "write_app", "write_no_app"]


def write_app(folder: Path, site: Site, direction: str, colour: str) -> str:
    """Make the site in `folder` installable; `colour` is that of its header. Gives the version.

    What was published before this call is what the version stands for. Raises `AppError`.
    """
    if (folder / WORKER).exists():
        raise AppError(f"the site has a file {WORKER} of its own: the app needs that name")
    version = version_of(folder)
    renamed = move_assets(folder, version)
    base = urlsplit(site.url).path or "/"
    for page in sorted(folder.rglob("*.html")):
        path = page.relative_to(folder).as_posix()
        before = page.read_text(encoding="utf-8")
        after = with_version(before, path, renamed, base, version)
        if after != before:
            page.write_bytes(after.encode())
    if not (folder / MANIFEST).exists():  # a manifest of the project's own wins
        (folder / MANIFEST).write_text(manifest(site, direction, colour), encoding="utf-8", newline="\n")
    (folder / WORKER).write_text(worker(folder, version, renamed), encoding="utf-8", newline="\n")
    return version


def write_no_app(folder: Path, *, built_before: bool = False) -> None:
    """A site that is no app (any more) takes back what browsers have of one. `built_before` says that
    a worker in the folder may be that of an earlier build; else it is the project's own, and wins."""
    file = folder / WORKER
    if not file.exists() or (built_before and is_ours(file)):
        file.write_text(GONE.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
