"""A module to take away: a zip with its Markdown, its files with their licences, the competencies it refers
to, its licence, ready attributions, and a manifest with hashes and provenance.

Pure: contents come in by path, bytes go out, and the same contents make the same bytes. In the archive's one
folder the files lie as they do in a project: its `content/` and `competencies/` laid over a project put the
module into it.
"""

from __future__ import annotations

import calendar
import datetime
import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from oer_build.analysis.licences import license_title, license_urls
from oer_build.exports.addresses import competency_path, module_path
from oer_build.exports.catalogue import to_json
from oer_build.exports.citation import apa, attribution_text, citable
from oer_build.exports.holdings import revision
from oer_build.lesson import Lesson
from oer_build.model import Asset, Catalogue, Module, Work
from oer_build.version import __version__

EARLIEST = 315532800
"""1980-01-01, the first moment that a zip can hold."""
LATEST = 4354819198
"""2107-12-31, the last one."""


def bundle(
    catalogue: Catalogue,
    module: Module,
    contents: Mapping[str, bytes],
    *,
    files: Sequence[Asset] = (),
    lesson: Lesson | None = None,
    epoch: int = EARLIEST,
) -> bytes:
    """The zip of a module.

    `contents` holds bytes by project-relative path: the module's own file, `files`, their `.license` side-
    cars where there are any, and the competencies' YAML. `files` are the module's (see `holdings`). `lesson`
    adds competencies and files that only its text refers to. `epoch` is the time stamped on every entry,
    seconds since 1970 (SOURCE_DATE_EPOCH). Raises KeyError where `contents` lacks the module's file or one of
    `files`.
    """
    held = {asset.file: asset for asset in files}
    for link in lesson.links if lesson else ():
        linked = catalogue.assets.get(link.target) if link.kind == "asset" else None
        if linked and linked.file in contents:
            held.setdefault(linked.file, linked)
    members: dict[str, bytes] = {module.span.file: contents[module.span.file]}
    for file, asset in held.items():
        members[file] = contents[file]
        side_car = contents.get(f"{file}.license") or side_car_of(asset)
        if side_car:
            members[f"{file}.license"] = side_car
    competencies = _competencies(catalogue, module, lesson)
    framework = [catalogue.framework.span.file] if catalogue.framework and competencies else []
    for file in [*framework, *(catalogue.competencies[identifier].span.file for identifier in competencies)]:
        if file in contents:
            members[file] = contents[file]
    members["LICENSE.md"] = license_note(module, held.values()).encode()
    members["ATTRIBUTION.md"] = attributions(catalogue, module, held.values()).encode()
    manifest = _manifest(catalogue, module, members, held, competencies, files)
    members["manifest.json"] = to_json(manifest)
    return archive(module.identifier, members, epoch)


def archive(folder: str, members: Mapping[str, bytes], epoch: int) -> bytes:
    """A zip of `members` in one folder, or at its top where `folder` is empty: sorted, at one fixed time."""
    moment = datetime.datetime.fromtimestamp(min(max(epoch, EARLIEST), LATEST), datetime.UTC)
    stamp = moment.timetuple()[:6]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name in sorted(members):
            entry = zipfile.ZipInfo(
                f"{folder}/{name}".lstrip("/"), (stamp[0], stamp[1], stamp[2], stamp[3], stamp[4], stamp[5])
            )
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system, with plain file rights
            entry.external_attr = 0o100644 << 16
            packed.writestr(entry, members[name])
    return out.getvalue()


def epoch_of(date: str) -> int:
    """Seconds since 1970 at the start of an ISO date (UTC); the earliest moment of a zip where it is none."""
    try:
        return calendar.timegm(datetime.date.fromisoformat(date[:10]).timetuple())
    except ValueError:
        return EARLIEST


def _competencies(catalogue: Catalogue, module: Module, lesson: Lesson | None) -> tuple[str, ...]:
    named = [ref.competency for ref in (*module.teaches, *module.competency_required)]
    for link in lesson.links if lesson else ():
        if link.kind == "internal" and link.target.startswith("competencies/"):
            named.append(link.target.split("/")[1])
    return tuple(dict.fromkeys(name for name in named if name in catalogue.competencies))


def side_car_of(asset: Asset) -> bytes:
    """The licence of a file as a REUSE side-car, for a file whose licence the project keeps elsewhere."""
    lines = []
    if asset.copyright:
        lines.append(f"SPDX-FileCopyrightText: {asset.copyright}")
    if asset.license:
        lines.append(f"SPDX-License-Identifier: {asset.license}")
    return ("\n".join(lines) + "\n").encode() if lines else b""


def named(expression: str) -> str:
    """A licence in words with its address: `CC BY-SA 4.0 (https://...)`."""
    urls = " ".join(license_urls(expression))
    return license_title(expression) + (f" ({urls})" if urls else "")


def license_note(module: Module, files: Sequence[Asset] | Any) -> str:
    lines = [
        f"# Licence of {one_line(module.title)}",
        "",
        f"The text is licensed under {named(module.license)}, SPDX identifier `{module.license}`.",
        "",
        "You may share and adapt it under the terms of that licence. ATTRIBUTION.md has a credit to copy.",
    ]
    others = [asset for asset in files if asset.license]
    if others:
        lines += ["", "Files have licences of their own, each in a `.license` file beside it:", ""]
        lines += [f"- `{asset.file}`: {named(asset.license)}" for asset in others]
    return "\n".join(lines) + "\n"


def attributions(catalogue: Catalogue, module: Module, files: Sequence[Asset] | Any) -> str:
    work = citable(module, catalogue.site)
    lines = [
        f"# Attributions of {one_line(module.title)}",
        "",
        "## To credit this module",
        "",
        _harmless(attribution_text(work)),
        "",
        "## To cite it",
        "",
        _harmless(apa(work)),
    ]
    if module.is_based_on:
        lines += ["", "## Works that it adapts", ""]
        lines += [f"- {work_line(upstream)}" for upstream in module.is_based_on]
    if files:
        lines += ["", "## Files", ""]
        lines += [file_line(asset) for asset in files]
    if module.sources:
        lines += ["", "## Works that it cites", ""]
        lines += [f"- {work_line(source)}" for source in module.sources]
    return "\n".join(lines) + "\n"


def file_line(asset: Asset) -> str:
    """The credit of a file: whose it is, and its licence."""
    credit = f"{one_line(asset.copyright)}, " if asset.copyright else ""
    return f"- `{asset.file}`: {credit}{named(asset.license) if asset.license else 'no licence stated'}"


def work_line(work: Work) -> str:
    parts = [
        f"{one_line(work.title)}",
        f"by {one_line(work.creator)}" if work.creator else "",
        f"({work.year})" if work.year else "",
        f"<{work.url}>" if work.url else "",
    ]
    line = " ".join(filter(None, parts)) + "."
    terms = named(work.license) if work.license else one_line(work.usage_info).rstrip(".")
    line += f" {terms}." if terms else ""
    return line + (f" Changes: {one_line(work.changes).rstrip('.')}." if work.changes else "")


def _harmless(text: str) -> str:
    """A line to copy as it is, in which nothing can be HTML."""
    return text.replace("<", "&lt;")


def one_line(text: str) -> str:
    """One line of Markdown that means only itself."""
    # Not every Markdown takes a backslash before `<`.
    escaped = ("\\" + sign if sign in "\\`*_[]>#|" else sign for sign in " ".join(text.split()))
    return "".join(escaped).replace("<", "&lt;")


def _manifest(
    catalogue: Catalogue,
    module: Module,
    members: Mapping[str, bytes],
    held: Mapping[str, Asset],
    competencies: tuple[str, ...],
    files: Sequence[Asset],
) -> dict[str, Any]:
    site = catalogue.site
    licenses = {module.span.file: module.license}
    licenses |= {file: asset.license for file, asset in held.items()}
    if catalogue.framework:
        texts = [catalogue.framework.span.file, *(catalogue.competencies[i].span.file for i in competencies)]
        licenses |= dict.fromkeys(texts, catalogue.framework.license)
    return {
        "schemaVersion": 1,
        "kind": "module",
        "identifier": module.identifier,
        "title": module.title,
        "version": module.version,
        "license": module.license,
        "inLanguage": module.in_language,
        "dateModified": module.date_modified,
        "revision": revision(module, files),
        "url": site.url + module_path(module.identifier) if site.url else "",
        "main": module.span.file,
        "origin": {
            "site": site.title,
            "url": site.url,
            "repository": site.repo_url,
            "commit": site.revision,
        },
        "generator": f"oer-build {__version__}",
        "requires": [required.identifier for required in module.requires],
        "competencies": [
            {
                "identifier": identifier,
                "title": catalogue.competencies[identifier].title,
                "url": site.url + competency_path(identifier) if site.url else "",
            }
            for identifier in competencies
        ],
        "isBasedOn": [
            {
                "title": work.title,
                "creator": work.creator,
                "url": work.url,
                "license": work.license,
                "revision": work.revision,
                "changes": work.changes,
            }
            for work in module.is_based_on
        ],
        "files": [
            {
                "path": name,
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
                **({"license": licenses[name]} if licenses.get(name) else {}),
            }
            for name, data in sorted(members.items())
        ],
    }
