"""What is known of the works that a catalogue cites: licence, address, year, and whether it is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oer_build.analysis.content_findings import NOTED, Finding
from oer_build.markup import references_in
from oer_build.model import Catalogue, Course, Module, Work


@dataclass(frozen=True, slots=True)
class Sources:
    """Entries of `sources`, counted where they stand: a work that two records cite counts twice."""

    entries: int
    licensed: int
    with_usage_note: int
    """Without a licence, but with `usageInfo`."""
    with_address: int
    with_year: int


def sources(catalogue: Catalogue) -> Sources:
    """Count the sources of everything that is not retired."""
    works = [work for work, _ in _works(catalogue)]
    return Sources(
        entries=len(works),
        licensed=sum(bool(work.license) for work in works),
        with_usage_note=sum(bool(work.usage_info and not work.license) for work in works),
        with_address=sum(bool(work.url) for work in works),
        with_year=sum(bool(work.year) for work in works),
    )


def findings(catalogue: Catalogue) -> Iterator[Finding]:
    """Sources of which something is not said, and those of a module or course that its text does not cite."""
    for work, module in _works(catalogue):
        name = f"{work.creator}: {work.title}"
        if not work.license and not work.usage_info:
            yield Finding("source-without-licence", name, work.span, module)
        if not work.url:
            yield Finding("source-without-address", name, work.span, module)
        if not work.year and not work.date_accessed:
            yield Finding("source-without-year", name, work.span, module)
    texts: list[Module | Course] = [*_current(catalogue), *catalogue.courses.values()]
    for record in texts:
        yield from _not_cited(record)


def noted(catalogue: Catalogue) -> Iterator[Finding]:
    """Sources without a licence whose `usageInfo` says what is known."""
    for work, module in _works(catalogue):
        if work.usage_info and not work.license:
            yield Finding(NOTED, f"{work.creator}: {work.title} ({work.usage_info})", work.span, module)


def _not_cited(record: Module | Course) -> Iterator[Finding]:
    if not record.body.strip():
        return
    uses = references_in(record.body, record.span.file, record.body_line)
    cited = {use.identifier for use in uses if use.kind == "source"}
    for work in record.sources:
        if work.identifier not in cited:
            message = f"{work.creator}: {work.title}"
            module = record.identifier if isinstance(record, Module) else ""
            yield Finding("source-not-cited", message, work.span, module)


def _works(catalogue: Catalogue) -> Iterator[tuple[Work, str]]:
    """Every cited work, with the module that cites it."""
    records: list[tuple[Iterable[Work], str]] = [
        (catalogue.framework.sources if catalogue.framework else (), ""),
        *((competency.sources, "") for competency in catalogue.competencies.values()),
        *((module.sources, module.identifier) for module in _current(catalogue)),
        *((course.sources, "") for course in catalogue.courses.values()),
        *((programme.sources, "") for programme in catalogue.programmes.values()),
        *((opportunity.sources, "") for opportunity in catalogue.opportunities.values()),
        *((organisation.sources, "") for organisation in catalogue.organisations.values()),
        *((pack.sources, "") for pack in catalogue.packs.values()),
        *((story.sources, "") for story in catalogue.stories.values()),
        *((wish.sources, "") for wish in catalogue.wishes.values()),
        *((event.sources, "") for event in catalogue.events.values()),
    ]
    for works, module in records:
        for work in works:
            yield work, module


def _current(catalogue: Catalogue) -> Iterator[Module]:
    return (m for m in catalogue.modules.values() if m.creative_work_status != "retired")
