"""What records of several kinds share, as values of the model: needs, works, people, references."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from oer_build import model
from oer_build.diagnostics import Related, Report, Span, near_miss
from oer_build.model import Strength
from oer_build.schema.checks import minutes
from oer_build.schema.common import AdaptedWork, Need, Person, Work
from oer_build.schema.module import Taught
from oer_build.source import Document, Path


class Pieces:
    """Makes values of one project. `levels` are those of the framework, or None while they are not known."""

    def __init__(self, site: model.Site, report: Report) -> None:
        self.site = site
        self.report = report
        self.levels: Sequence[str] | None = None

    def needs(
        self, needs: Sequence[Need], path: Path, document: Document
    ) -> tuple[model.CompetencyReference, ...]:
        found = []
        for n, need in enumerate(needs):
            level = need.level
            if level and not self.known_level(level, document.span((*path, n, "level"))):
                level = ""
            found.append(
                model.CompetencyReference(
                    need.competency,
                    document.span((*path, n, "competency")),
                    level,
                    cast(Strength, need.strength) if isinstance(need, Taught) else "introduced",
                    joined(need.note),
                )
            )
        return tuple(found)

    def known_level(self, level: str, span: Span) -> bool:
        """Whether the framework has a level; reported when not. Without a framework nothing can be said."""
        if self.levels is None or level in self.levels:
            return True
        meant = near_miss(level, self.levels)
        if meant:
            hint = f"did you mean '{meant}'?"
        elif self.levels:
            hint = "use one of: " + ", ".join(self.levels)
        else:
            hint = "the framework has no levels: leave the level out"
        self.report.add("unknown-level", span, f"the framework has no level '{level}'", hint)
        return False

    def works(self, works: Sequence[Work], path: Path, document: Document) -> tuple[model.Work, ...]:
        named = [
            (work.identifier, (*path, n, "identifier")) for n, work in enumerate(works) if work.identifier
        ]
        self.distinct(named, "works", document)
        return tuple(work_of(work, document.span((*path, n))) for n, work in enumerate(works))

    def distinct(self, named: Sequence[tuple[str, Path]], kind: str, document: Document) -> None:
        """Report identifiers that two parts of one record share."""
        seen: dict[str, Path] = {}
        for identifier, path in named:
            if identifier in seen:
                self.report.add(
                    "duplicate-identifier",
                    document.span(path),
                    f"two {kind} of this record have the identifier '{identifier}'",
                    "give one of them another identifier",
                    [Related(document.span(seen[identifier]), "the first one is here")],
                )
            seen.setdefault(identifier, path)


def references_to(identifiers: Iterable[str], path: Path, document: Document) -> tuple[model.Reference, ...]:
    return tuple(
        model.Reference(identifier, document.span((*path, n))) for n, identifier in enumerate(identifiers)
    )


def people_of(people: Iterable[Person]) -> tuple[model.Person, ...]:
    return tuple(model.Person(one.name.strip(), one.orcid, one.ror, tuple(one.roles)) for one in people)


def work_of(work: Work, span: Span) -> model.Work:
    adapted: Any = work if isinstance(work, AdaptedWork) else None
    return model.Work(
        title=work.title.strip(),
        creator=work.creator.strip(),
        span=span,
        identifier=work.identifier,
        publisher=work.publisher.strip(),
        date_published=work.datePublished,
        date_accessed=work.dateAccessed,
        url=work.url,
        license=work.license,
        usage_info=joined(work.usageInfo),
        supports=joined(work.supports),
        revision=adapted.revision if adapted else "",
        changes=joined(adapted.changes) if adapted else "",
    )


def duration_of(text: str) -> model.Duration:
    return model.Duration(text, minutes(text))


def joined(text: str) -> str:
    """Text of a paragraph as one line: how an author wraps it says nothing."""
    return " ".join(text.split())
