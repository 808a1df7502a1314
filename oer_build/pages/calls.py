"""Calls on the pages where they matter: what a reader can do there, and the form that it begins with."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from oer_build.model import Call, Site
from oer_build.pages.frame import Frame
from oer_build.pages.values import CallLink


def shown_on(frame: Frame, path: str) -> tuple[CallLink, ...]:
    """The calls that are shown on the page at `path`: those for its kind and those for this record."""
    kind = path.partition("/")[0]
    wanted = {kind, path.rstrip("/")}
    return tuple(
        link(frame, call)
        for call in frame.catalogue.calls.values()
        if wanted & {one.identifier for one in call.shown_on}
    )


def link(frame: Frame, call: Call) -> CallLink:
    """A call, with the address of its form."""
    return CallLink(
        call.title,
        f"taking-part/#call-{call.identifier}",
        form_url(frame.catalogue.site, call),
        frame.tongue(frame.catalogue.site.language),
    )


def form_url(site: Site, call: Call) -> str:
    """The address at which a forge opens a new file with the call's template: saved there, it becomes a
    proposal of a change. Empty where the site names no place to edit.

    The forms of GitHub (`/new/<branch>/<folder>?filename=&value=`), of Forgejo and Gitea (`/_new/...`, the
    same) and of GitLab (`/-/new/<branch>/<folder>?file_name=`), which takes no text. What stands after the
    branch in the site's address for editing is the folder of the project in its repository, and is kept.
    """
    parts = urlsplit(site.edit_url)
    found = re.fullmatch(r"(?P<way>/.+?)/(?P<mark>_?)edit/(?P<place>.+)", parts.path)
    if not found:
        return ""
    folder, _, name = call.file.rpartition("/")
    place = "/".join(part for part in (found["place"].rstrip("/"), quote(folder)) if part)
    base = f"{parts.scheme}://{parts.netloc}{found['way']}/{found['mark']}new/{place}"
    if found["way"].endswith("/-") or "gitlab" in parts.netloc:
        return f"{base}?file_name={quote(name)}"
    return f"{base}?filename={quote(name)}&value={quote(call.template)}"
