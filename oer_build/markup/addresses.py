"""What an address in a text leads to: a page of the site, a file, another site, or nowhere safe.

Addresses are relative to the author's file, as in any editor or on a code host; the rules that turn a
file's path into a page's path are here. Whether the page or file exists is asked later, when all pages are
known.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from oer_build.lesson import ROOT, LinkKind
from oer_build.project import CONTENT

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20\x7f]+")
"""What browsers leave out of an address before they read its scheme."""
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_SAFE = "/:@!$&'()*+,;=~-._%"


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be published: as it stands in HTML, and as a `lesson.Link` has it."""

    html: str
    kind: LinkKind
    target: str
    fragment: str = ""


class BadAddress(Exception):
    """An address that cannot be published: diagnostic code, message and hint."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def page_of(path: str) -> str:
    """The page that a Markdown file or a folder is published at: `content/a/b.md` gives `a/b/`."""
    if path == CONTENT or path.startswith(CONTENT + "/"):
        path = path[len(CONTENT) + 1 :]
    if path.endswith(".md"):
        path = path[:-3]
        if path == "index" or path.endswith("/index"):
            path = path[:-5]
    return path.rstrip("/") + "/" if path.rstrip("/") else ""


def resolve(url: str, file: str, page_path: str) -> Address:
    """What `url` in the file `file`, published at `page_path`, leads to. Raises `BadAddress`."""
    plain = _IGNORED.sub("", url)
    if not plain:
        raise BadAddress(
            "empty-link", "the link has no address", "write the address between the round brackets"
        )
    if "\\" in plain:
        raise BadAddress(
            "unsafe-link", f"the address '{_short(url)}' has a backslash", "write / between folders"
        )
    scheme = _SCHEME.match(plain)
    if scheme:
        return _outside(plain, scheme[1].lower(), url)
    if plain.startswith("//"):
        raise BadAddress(
            "unsafe-link", f"the address '{_short(url)}' has no scheme", "begin it with https://"
        )
    return _inside(url.strip(), file, page_path)


def _outside(plain: str, scheme: str, url: str) -> Address:
    if scheme == "mailto":
        return Address(quote(plain, safe=_SAFE + "?#[]"), "external", plain)
    if scheme in ("http", "https"):
        if not _WEB.match(plain):
            raise BadAddress(
                "unsafe-link", f"the address '{_short(url)}' names no site", f"write {scheme}://..."
            )
        return Address(quote(plain, safe=_SAFE + "?#[]"), "external", plain)
    raise BadAddress(
        "unsafe-link",
        f"the address '{_short(url)}' has the scheme '{scheme}:'",
        "links may begin with https:, http: or mailto:, or lead to a file of this project",
    )


def _inside(url: str, file: str, page_path: str) -> Address:
    rest, _, fragment = url.partition("#")
    path, _, query = rest.partition("?")
    path, fragment = unquote(path), unquote(fragment)
    mark = f"#{quote(fragment, safe=_SAFE)}" if fragment else ""
    if not path:
        # Kept as it is, so that it also works where the text is shown on a second page (the teaching view).
        return Address(mark or "#", "internal", page_path, fragment)
    absolute = path.startswith("/")
    folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    joined = posixpath.normpath(
        path.lstrip("/") if absolute else posixpath.join(posixpath.dirname(file), path)
    )
    if joined == ".." or joined.startswith("../"):
        raise BadAddress(
            "link-outside-project",
            f"the address '{_short(url)}' leads out of the project",
            "link to a file of the project, or to the web address of the other one",
        )
    if joined == ".":
        joined = ""
    if folder or joined.endswith(".md") or "." not in posixpath.basename(joined):
        kind: LinkKind = "internal"
        target = page_of(joined)
    else:
        kind = "asset"
        target = joined.removeprefix(CONTENT + "/")
    query = f"?{quote(query, safe=_SAFE + '?')}" if query else ""
    return Address(ROOT + quote(target, safe="/~-._") + query + mark, kind, target, fragment)


def _short(url: str) -> str:
    return url if len(url) <= 60 else url[:57] + "..."
