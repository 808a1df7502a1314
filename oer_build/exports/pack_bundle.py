"""A pack to take away: one zip with its own text, its modules with their files, its handouts, the records
of its opportunities and programmes, every licence and ready credits, and a manifest with hashes.

Pure, like `bundle`: contents come in by path, bytes go out. The files lie as they do in a project.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from oer_build.exports.bundle import (
    EARLIEST,
    archive,
    attributions,
    file_line,
    license_note,
    named,
    one_line,
    side_car_of,
    work_line,
)
from oer_build.exports.catalogue import to_json
from oer_build.files import ADDRESSES
from oer_build.lesson import Lesson
from oer_build.model import Asset, Catalogue, Module, Opportunity, Organisation, Pack, Programme
from oer_build.version import __version__


def wanted(
    catalogue: Catalogue,
    pack: Pack,
    files: Mapping[str, Sequence[Asset]],
    lessons: Mapping[str, Lesson] = MappingProxyType({}),
) -> tuple[list[str], list[Asset]]:
    """Paths of the records, and the assets, that belong into a pack: its handouts, what lies in its folder
    and those of its modules and programmes, and what their texts show from elsewhere. `files` are those of
    each module."""
    records: list[Module | Opportunity | Programme | Organisation | Pack] = [pack]
    records += [catalogue.modules[ref.identifier] for ref in pack.modules]
    records += [catalogue.programmes[ref.identifier] for ref in pack.programmes]
    opportunities = [catalogue.opportunities[ref.identifier] for ref in pack.opportunities]
    records += opportunities
    records += [
        catalogue.organisations[ref.identifier] for one in opportunities for ref in (*one.provider, *one.host)
    ]
    assets = [asset for ref in pack.modules for asset in files.get(ref.identifier, ())]
    assets += [catalogue.assets[ref.identifier] for ref in pack.handouts]
    own = f"{ADDRESSES['pack']}{pack.identifier}/"
    programmes = [f"{ADDRESSES['programme']}{ref.identifier}/" for ref in pack.programmes]
    assets += [asset for path, asset in catalogue.assets.items() if path.startswith((own, *programmes))]
    texts = [own, *programmes]
    texts += [f"{ADDRESSES['module']}{ref.identifier}/" for ref in pack.modules]
    texts += [f"{ADDRESSES['opportunity']}{ref.identifier}/" for ref in pack.opportunities]
    for link in (link for path in texts if path in lessons for link in lessons[path].links):
        if link.kind == "asset" and link.target in catalogue.assets:
            assets.append(catalogue.assets[link.target])
    return (
        list(dict.fromkeys(record.span.file for record in records)),
        list({asset.file: asset for asset in assets}.values()),
    )


def pack_bundle(
    catalogue: Catalogue,
    pack: Pack,
    contents: Mapping[str, bytes],
    assets: Sequence[Asset],
    epoch: int = EARLIEST,
) -> bytes:
    """The zip of a pack. `contents` holds bytes by project-relative path: the records and assets that
    `wanted` names, and `.license` side-cars where there are any. Raises KeyError where an asset is not
    in it.
    """
    members = dict(contents)
    for asset in assets:
        side_car = contents.get(f"{asset.file}.license") or side_car_of(asset)
        if side_car:
            members[f"{asset.file}.license"] = side_car
    modules = [catalogue.modules[ref.identifier] for ref in pack.modules]
    of_module = {
        module.identifier: [
            asset for asset in assets if asset.path.startswith(f"{ADDRESSES['module']}{module.identifier}/")
        ]
        for module in modules
    }
    held = {asset.file for files in of_module.values() for asset in files}
    others = [asset for asset in assets if asset.file not in held]
    members["LICENSE.md"] = _licences(catalogue, pack, modules, of_module, others).encode()
    members["ATTRIBUTION.md"] = _credits(catalogue, pack, modules, of_module, others).encode()
    members["manifest.json"] = to_json(
        {
            "schemaVersion": 1,
            "kind": "pack",
            "identifier": pack.identifier,
            "title": pack.title,
            "version": pack.version,
            "license": pack.license,
            "inLanguage": pack.in_language,
            "url": f"{catalogue.site.url}{ADDRESSES['pack']}{pack.identifier}/" if catalogue.site.url else "",
            "origin": {
                "site": catalogue.site.title,
                "url": catalogue.site.url,
                "repository": catalogue.site.repo_url,
                "commit": catalogue.site.revision,
            },
            "generator": f"oer-build {__version__}",
            "modules": [module.identifier for module in modules],
            "opportunities": [ref.identifier for ref in pack.opportunities],
            "programmes": [ref.identifier for ref in pack.programmes],
            "files": [
                {"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
                for name, data in sorted(members.items())
            ],
        }
    )
    return archive(pack.identifier, members, epoch)


def _licences(
    catalogue: Catalogue,
    pack: Pack,
    modules: Iterable[Module],
    of_module: Mapping[str, Sequence[Asset]],
    others: Sequence[Asset],
) -> str:
    """What may be done with each text and file. Records without a licence of their own have the site's."""
    lines = [
        f"# Licences of {one_line(pack.title)}",
        "",
        f"The text of the pack is licensed under {named(pack.license)}, SPDX identifier `{pack.license}`.",
    ]
    for programme in (catalogue.programmes[ref.identifier] for ref in pack.programmes):
        text = f"The programme {one_line(programme.title)} is licensed under {named(programme.license)}"
        lines += ["", f"{text}, SPDX identifier `{programme.license}`."]
    if pack.opportunities:
        own = catalogue.site.license
        text = f"What is said of opportunities and organisations is licensed under {named(own)}"
        lines += ["", f"{text}, SPDX identifier `{own}`."]
    licensed = [asset for asset in others if asset.license]
    if licensed:
        lines += ["", "Files have licences of their own, each in a `.license` file beside it:", ""]
        lines += [f"- `{asset.file}`: {named(asset.license)}" for asset in licensed]
    parts = ["\n".join(lines) + "\n"]
    parts += [license_note(module, of_module[module.identifier]) for module in modules]
    return "\n".join(parts)


def _credits(
    catalogue: Catalogue,
    pack: Pack,
    modules: Iterable[Module],
    of_module: Mapping[str, Sequence[Asset]],
    others: Sequence[Asset],
) -> str:
    programmes = [catalogue.programmes[ref.identifier] for ref in pack.programmes]
    lines = [f"# Credits of {one_line(pack.title)}", ""]
    if makers := _makers(catalogue, pack):
        lines += [f"Put together by {makers}.", ""]
    for programme in programmes:
        if makers := _makers(catalogue, programme):
            lines += [f"The programme {one_line(programme.title)} is by {makers}.", ""]
    cited = [*pack.sources, *(work for programme in programmes for work in programme.sources)]
    for one in (catalogue.opportunities[ref.identifier] for ref in pack.opportunities):
        cited += one.sources
        for ref in (*one.provider, *one.host):
            cited += catalogue.organisations[ref.identifier].sources
    if others:
        lines += ["## Files", "", *(file_line(asset) for asset in others), ""]
    if cited:
        lines += ["## Works that the pack, its programmes and its opportunities cite", ""]
        lines += [*dict.fromkeys(f"- {work_line(work)}" for work in cited), ""]
    parts = ["\n".join(lines)]
    parts += [attributions(catalogue, module, of_module[module.identifier]) for module in modules]
    return "\n".join(parts)


def _makers(catalogue: Catalogue, record: Pack | Programme) -> str:
    return one_line(", ".join(person.name for person in record.creator) or catalogue.site.author)
