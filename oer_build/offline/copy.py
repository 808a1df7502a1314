"""What lies in `site-offline.zip`: a built site made ready for use from a folder, and what is added."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from oer_build.exports.bundle import archive, epoch_of
from oer_build.model import Site
from oer_build.offline.pages import BUNDLE, copied
from oer_build.offline.scripts import OfflineError, bundle
from oer_build.pages.page import Page
from oer_build.pages.search_data import PAGES, WORDS, searched
from oer_build.strings import Strings

ARCHIVE = "site-offline.zip"
LEFT_OUT = (
    ARCHIVE,
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "pagefind/*",
    "sw.js",
    "*.webmanifest",
    "offline/index.html",
    "assets/oer/app-*.png",
    ".*",
)
"""Files of a site that have no use without a server."""
FETCHED = ("glossary.json", "programmes/*.ics", PAGES, WORDS)
"""What scripts fetch: each is in the copy a second time, as a script."""
_SIZE = re.compile(r"(<a\b[^<>]*\sdata-oer-offline-size\b[^<>]*>[^<]*?)\{size\}")


def offline_copy(files: Mapping[str, bytes], pages: Sequence[Page], site: Site, strings: Strings) -> bytes:
    """The zip. `files` are those of the built site by path; `pages` are what search knows of it.

    The same files make the same bytes. Raises `OfflineError` where a script of the site is in a form that
    cannot be bundled.
    """
    files = {**files, **search_files(files, pages)}
    kept = {path: data for path, data in files.items() if not any(fnmatchcase(path, one) for one in LEFT_OUT)}
    folders = {path.removesuffix("index.html") for path in kept if f"/{path}".endswith("/index.html")}
    base = urlsplit(site.url).path or "/"
    members: dict[str, bytes] = {}
    modules: set[str] = set()
    for path, data in kept.items():
        if path.endswith(".html"):
            page = copied(data.decode("utf-8"), path, folders, base)
            modules.update(page.modules)
            members[path] = page.html.encode()
        else:
            members[path] = data
    fetched = [path for path in sorted(kept) if any(fnmatchcase(path, one) for one in FETCHED)]
    # Browsers read modules so, whatever bytes they are.
    sources = {
        path: data.decode("utf-8", "replace") for path, data in kept.items() if path.endswith((".js", ".mjs"))
    }
    members[BUNDLE] = bundle(modules, sources, fetched).encode()
    for path in fetched:
        members[f"offline/{path}.js"] = _as_script(path, kept[path].decode("utf-8"))
    members["offline/search-offline.js"] = _as_script("search-offline", search_data(pages))
    if "README.txt" in members:
        raise OfflineError("the site has a file README.txt of its own: the offline copy needs that name")
    members["README.txt"] = readme(site, strings).replace("\n", "\r\n").encode()
    return archive("", members, epoch_of(site.date))


def announce(html: str, size: str) -> str:
    """A page of the site with the size of the zip in the link to it."""
    return _SIZE.sub(lambda match: match[1] + size, html)


def search_data(pages: Sequence[Page]) -> list[dict[str, Any]]:
    """What `browser/search.js` works with: each page that is searched, with its sections."""
    return [
        {
            "url": f"{page.path}index.html",
            "title": page.title,
            "description": page.description,
            "weight": page.weight,
            "sections": [[part.anchor, part.title, part.text] for part in page.sections],
        }
        for page in searched(pages)
    ]


def search_files(files: Mapping[str, bytes], pages: Sequence[Page]) -> dict[str, bytes]:
    """The facets and names of a site's search as they are in the copy, whose search calls each page by its
    address and has one index for all languages."""
    if PAGES not in files:
        return {}
    data = json.loads(files[PAGES])
    data |= {"ids": [f"{page.path}index.html" for page in searched(pages)], "languages": []}
    return {PAGES: json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()}


def readme(site: Site, strings: Strings) -> str:
    """What to do with the zip, for whoever opens it."""
    _ = strings.gettext
    lines = [
        site.title,
        "=" * len(site.title),
        "",
        _("This is the whole site, to use without a connection."),
        "",
        _("1. Extract the zip first. Programs that only show what is in a zip do not follow its links."),
        _("2. Open the file index.html with a double click. Your browser shows the site."),
        "",
        _("What is different from the site on the web:"),
        "",
        _("- Search finds words by how they begin, and all of them must be on a page."),
        _(
            "- What your browser keeps for you (progress, answers, notes) belongs to this copy. "
            "Some browsers keep it for each page alone."
        ),
        _("- Links to other sites need a connection."),
        "",
        *([_("On the web: %(url)s") % {"url": site.url}] if site.url else []),
        _("Licence, where a page does not say otherwise: %(license)s") % {"license": site.license},
        *([_("State of: %(date)s") % {"date": strings.date(site.date[:10])}] if site.date else []),
    ]
    return "\n".join(lines) + "\n"


def read_files(folder: Path) -> dict[str, bytes]:
    """The files of a built site by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _as_script(name: str, value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"oerOffline({json.dumps(name)}, {text});\n".encode()
