"""The catalogue as files for people and programs to take away. Pure: values and bytes in, published files
out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from oer_build.analysis.coverage import coverage
from oer_build.exports import bundle, case, catalogue, community_tables, icalendar, pack_bundle, tables
from oer_build.exports.addresses import bundle_path, module_path
from oer_build.exports.holdings import holdings
from oer_build.exports.published import PublishedFile
from oer_build.files import Sources
from oer_build.lesson import Lesson
from oer_build.maps import competency_map_svg, prerequisite_graph, prerequisite_graph_svg
from oer_build.model import Catalogue
from oer_build.schema import KINDS, json_schema
from oer_build.strings import Strings

__all__ = ["PublishedFile", "export"]


def export(
    linked: Catalogue,
    lessons: Mapping[str, Lesson],
    sources: Sources,
    read: Callable[[str], bytes],
    strings: Strings | None = None,
) -> tuple[PublishedFile, ...]:
    """Every file of the site that is not a page: data, the map, bundles of modules, and copies of assets.

    `sources` give the texts of records; `read` gives the bytes of an asset by its project-relative path.
    `strings` are the words of the map; without them they are those of the package in the site's language.
    """
    return tuple(_files(linked, lessons, sources, read, strings))


def _files(
    linked: Catalogue,
    lessons: Mapping[str, Lesson],
    sources: Sources,
    read: Callable[[str], bytes],
    strings: Strings | None,
) -> Iterator[PublishedFile]:
    yield PublishedFile("catalogue.json", catalogue.catalogue_json(linked, lessons))
    yield PublishedFile("catalogue.schema.json", catalogue.to_json(catalogue.catalogue_schema()))
    for kind in KINDS:
        yield PublishedFile(f"schemas/{kind}.schema.json", catalogue.to_json(json_schema(kind)))
    yield PublishedFile("catalogue.csv", tables.catalogue_csv(linked, lessons))
    if linked.terms:
        yield PublishedFile("glossary.json", catalogue.glossary_json(linked, lessons))
    if linked.competencies:
        table = coverage(linked)
        yield PublishedFile("coverage.csv", tables.coverage_csv(linked, table))
        yield PublishedFile("competency-map.svg", competency_map_svg(linked, table, strings).encode())
    words = strings or Strings(linked.site.language)
    # With the names that the page's scripts read, so that it is the picture of the page and drawn alike.
    graph = prerequisite_graph(linked, strings=words, named=True)
    if linked.competencies and graph.svg:
        yield PublishedFile("prerequisites.csv", tables.prerequisites_csv(linked))
        yield PublishedFile("prerequisites.svg", prerequisite_graph_svg(linked, graph, words).encode())
    for path, data in case.files(linked).items():
        yield PublishedFile(path, catalogue.to_json(data, compact=True))
    if linked.opportunities:
        yield PublishedFile("opportunities.csv", community_tables.opportunities_csv(linked))
        yield PublishedFile("overlaps.csv", community_tables.overlaps_csv(linked))
    yield from icalendar.files(linked, lessons, strings)
    yield from _bundles(linked, lessons, sources, read)
    yield from _packs(linked, lessons, sources, read)
    for asset in linked.assets.values():
        yield PublishedFile(asset.path, copy_of=asset.file)


def _bundles(
    linked: Catalogue, lessons: Mapping[str, Lesson], sources: Sources, read: Callable[[str], bytes]
) -> Iterator[PublishedFile]:
    """A zip for every module that is written; a planned one has nothing to take away."""
    held = holdings(linked)
    epoch = bundle.epoch_of(linked.site.date)
    records = {
        record.span.file: sources.records[record.span.file].encode()
        for record in (*linked.competencies.values(), linked.framework)
        if record and record.span.file in sources.records
    }
    for module in linked.modules.values():
        if module.planned:
            continue
        files = held.get(module.identifier, ())
        contents = {module.span.file: sources.records[module.span.file].encode()}
        lesson = lessons.get(module_path(module.identifier))
        wanted = {asset.file for asset in files}
        for link in lesson.links if lesson else ():
            if link.kind == "asset" and link.target in linked.assets:
                wanted.add(linked.assets[link.target].file)
        for file in wanted:
            contents[file] = read(file)
            if file in sources.side_cars:
                contents[f"{file}.license"] = sources.side_cars[file].encode()
        yield PublishedFile(
            bundle_path(module.identifier),
            bundle.bundle(linked, module, {**records, **contents}, files=files, lesson=lesson, epoch=epoch),
        )


def _packs(
    linked: Catalogue, lessons: Mapping[str, Lesson], sources: Sources, read: Callable[[str], bytes]
) -> Iterator[PublishedFile]:
    """A zip for every pack."""
    held = holdings(linked)
    epoch = bundle.epoch_of(linked.site.date)
    for pack in linked.packs.values():
        records, assets = pack_bundle.wanted(linked, pack, held, lessons)
        contents = {file: sources.records[file].encode() for file in records}
        for asset in assets:
            contents[asset.file] = read(asset.file)
            if asset.file in sources.side_cars:
                contents[f"{asset.file}.license"] = sources.side_cars[asset.file].encode()
        yield PublishedFile(
            f"packs/{pack.identifier}/{pack.identifier}.zip",
            pack_bundle.pack_bundle(linked, pack, contents, assets, epoch),
        )
