"""Validated records as values of the model: every field filled, every span where the author wrote it.

Knows the schemas (what was written) and the model (what the rooms after this one read), one function a kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, cast

from oer_build import model
from oer_build.diagnostics import Related, Report, Span, near_miss
from oer_build.files import slug
from oer_build.model import Strength
from oer_build.schema.article import Article as ArticleRecord
from oer_build.schema.checks import minutes
from oer_build.schema.common import AdaptedWork, Need, Person, Work
from oer_build.schema.competency import Competency as CompetencyRecord
from oer_build.schema.competency import Indicator as IndicatorRecord
from oer_build.schema.course import Course as CourseRecord
from oer_build.schema.crosswalk import Crosswalk as CrosswalkRecord
from oer_build.schema.framework import Framework as FrameworkRecord
from oer_build.schema.glossary import Glossary as GlossaryRecord
from oer_build.schema.module import Module as ModuleRecord
from oer_build.schema.module import Taught
from oer_build.schema.role import Role as RoleRecord
from oer_build.source import Document, Path


class Builder:
    """Makes values of one project. `levels` are those of the framework, or None while they are not known."""

    def __init__(self, site: model.Site, report: Report) -> None:
        self._site = site
        self._report = report
        self.levels: Sequence[str] | None = None

    def framework(self, record: FrameworkRecord, document: Document) -> model.Framework:
        self._distinct(
            [(level.identifier, ("levels", n, "identifier")) for n, level in enumerate(record.levels)],
            "levels",
            document,
        )
        levels = tuple(
            model.Level(level.identifier, level.title.strip(), _joined(level.description), rank)
            for rank, level in enumerate(record.levels)
        )
        return model.Framework(
            identifier=record.identifier,
            title=record.title.strip(),
            version=record.version,
            license=record.license,
            span=document.span(),
            description=_joined(record.description),
            in_language=record.inLanguage or self._site.language,
            date_published=record.datePublished,
            levels=levels,
            creator=_people(record.creator),
            sources=self._works(record.sources, "sources", document),
            record=document.data,
        )

    def competency(self, record: CompetencyRecord, identifier: str, document: Document) -> model.Competency:
        return model.Competency(
            identifier=identifier,
            title=record.title.strip(),
            full_statement=_joined(record.fullStatement),
            span=document.span(),
            human_coding_scheme=record.humanCodingScheme,
            rationale=record.rationale,
            rationale_span=document.text_span(("rationale",)) if record.rationale else None,
            indicators=self._indicators(record, document),
            associations=tuple(
                model.Association(
                    one.type, one.target, document.span(("associations", n, "target")), _joined(one.note)
                )
                for n, one in enumerate(record.associations)
            ),
            sources=self._works(record.sources, "sources", document),
            record=document.data,
        )

    def _indicators(self, record: CompetencyRecord, document: Document) -> tuple[model.Indicator, ...]:
        if isinstance(record.indicators, list):
            groups: list[tuple[str, Path, list[IndicatorRecord]]] = [("", ("indicators",), record.indicators)]
        else:
            groups = [
                (level, ("indicators", level), group)
                for level, group in record.indicators.items()
                if self._known_level(level, document.key_span(("indicators", level)))
            ]
        found = [
            model.Indicator(_joined(one.statement), one.type, level, one.identifier)
            for level, _, group in groups
            for one in group
        ]
        named = [
            (one.identifier, (*path, n, "identifier"))
            for _, path, group in groups
            for n, one in enumerate(group)
            if one.identifier
        ]
        self._distinct(named, "indicators", document)
        if self.levels:
            order = {level: rank for rank, level in enumerate(self.levels)}
            found.sort(key=lambda indicator: order.get(indicator.level, -1))
        return tuple(found)

    def role(self, record: RoleRecord, identifier: str, document: Document) -> model.Role:
        return model.Role(
            identifier=identifier,
            title=record.title.strip(),
            description=_joined(record.description),
            span=document.span(),
            competency_required=self._needs(record.competencyRequired, "competencyRequired", document),
            record=document.data,
        )

    def crosswalk(self, record: CrosswalkRecord, identifier: str, document: Document) -> model.Crosswalk:
        return model.Crosswalk(
            identifier=identifier,
            title=record.title.strip(),
            span=document.span(),
            creator=record.creator.strip(),
            publisher=record.publisher.strip(),
            date_published=record.datePublished,
            url=record.url,
            license=record.license,
            note=_joined(record.note),
            associations=tuple(
                model.CrosswalkLink(
                    source=one.source,
                    target=one.target,
                    target_title=one.targetTitle.strip(),
                    type=one.type,
                    span=document.span(("associations", n, "source")),
                    target_uri=one.targetUri,
                    note=_joined(one.note),
                )
                for n, one in enumerate(record.associations)
            ),
            record=document.data,
        )

    def module(
        self, record: ModuleRecord, identifier: str, document: Document, body: str, body_line: int
    ) -> model.Module:
        return model.Module(
            identifier=identifier,
            title=record.title.strip(),
            description=_joined(record.description),
            license=record.license,
            span=document.span(),
            body=body,
            body_line=body_line,
            teaches=self._needs(record.teaches, "teaches", document),
            competency_required=self._needs(record.competencyRequired, "competencyRequired", document),
            requires=_references(record.requires, ("requires",), document),
            time_required=_duration(record.timeRequired) if record.timeRequired else None,
            variants=tuple((_duration(length), _joined(way)) for length, way in record.variants.items()),
            learning_resource_type=tuple(record.learningResourceType),
            audience=tuple(record.audience),
            keywords=tuple(word.strip() for word in record.keywords),
            in_language=record.inLanguage or self._site.language,
            creator=_people(record.creator),
            is_based_on=self._works(record.isBasedOn, "isBasedOn", document),
            sources=self._works(record.sources, "sources", document),
            creative_work_status=cast(model.Status, record.creativeWorkStatus),
            version=record.version,
            date_modified=record.dateModified,
            review_by=record.reviewBy,
            owner=record.owner.strip(),
            record=document.data,
        )

    def course(
        self, record: CourseRecord, identifier: str, document: Document, body: str, body_line: int
    ) -> model.Course:
        return model.Course(
            identifier=identifier,
            title=record.title.strip(),
            description=_joined(record.description),
            license=record.license,
            span=document.span(),
            units=tuple(
                model.Unit(
                    unit.title.strip(),
                    _references(unit.modules, ("units", n, "modules"), document),
                    _joined(unit.description),
                )
                for n, unit in enumerate(record.units)
            ),
            body=body,
            body_line=body_line,
            audience=tuple(record.audience),
            in_language=record.inLanguage or self._site.language,
            creator=_people(record.creator),
            sources=self._works(record.sources, "sources", document),
            version=record.version,
            date_modified=record.dateModified,
            record=document.data,
        )

    def terms(self, record: GlossaryRecord, document: Document) -> list[model.Term]:
        return [
            model.Term(
                identifier=term.identifier or slug(term.term) or f"term-{n + 1}",
                term=term.term.strip(),
                definition=_joined(term.definition),
                span=document.span(("terms", n, "term")),
                synonyms=tuple(word.strip() for word in term.synonyms),
            )
            for n, term in enumerate(record.terms)
        ]

    def article(
        self, record: ArticleRecord, path: str, title: str, document: Document, body: str, body_line: int
    ) -> model.Article:
        return model.Article(
            path=path,
            title=record.title.strip() or title,
            body=body,
            span=document.span(),
            body_line=body_line,
            description=_joined(record.description),
            in_language=record.inLanguage or self._site.language,
            license=record.license or self._site.license,
        )

    # -- pieces --------------------------------------------------------------------------------------------

    def _needs(
        self,
        needs: Sequence[Need],
        key: Literal["teaches", "competencyRequired"],
        document: Document,
    ) -> tuple[model.CompetencyReference, ...]:
        found = []
        for n, need in enumerate(needs):
            level = need.level
            if level and not self._known_level(level, document.span((key, n, "level"))):
                level = ""
            found.append(
                model.CompetencyReference(
                    need.competency,
                    document.span((key, n, "competency")),
                    level,
                    cast(Strength, need.strength) if isinstance(need, Taught) else "introduced",
                    _joined(need.note),
                )
            )
        return tuple(found)

    def _known_level(self, level: str, span: Span) -> bool:
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
        self._report.add("unknown-level", span, f"the framework has no level '{level}'", hint)
        return False

    def _works(self, works: Sequence[Work], key: str, document: Document) -> tuple[model.Work, ...]:
        named = [(work.identifier, (key, n, "identifier")) for n, work in enumerate(works) if work.identifier]
        self._distinct(named, "works", document)
        return tuple(_work(work, document.span((key, n))) for n, work in enumerate(works))

    def _distinct(self, named: Sequence[tuple[str, Path]], kind: str, document: Document) -> None:
        """Report identifiers that two parts of one record share."""
        seen: dict[str, Path] = {}
        for identifier, path in named:
            if identifier in seen:
                self._report.add(
                    "duplicate-identifier",
                    document.span(path),
                    f"two {kind} of this record have the identifier '{identifier}'",
                    "give one of them another identifier",
                    [Related(document.span(seen[identifier]), "the first one is here")],
                )
            seen.setdefault(identifier, path)


def _references(identifiers: Iterable[str], path: Path, document: Document) -> tuple[model.Reference, ...]:
    return tuple(
        model.Reference(identifier, document.span((*path, n))) for n, identifier in enumerate(identifiers)
    )


def _people(people: Iterable[Person]) -> tuple[model.Person, ...]:
    return tuple(model.Person(one.name.strip(), one.orcid, one.ror, tuple(one.roles)) for one in people)


def _work(work: Work, span: Span) -> model.Work:
    adapted: Any = work if isinstance(work, AdaptedWork) else None
    return model.Work(
        title=work.title.strip(),
        creator=work.creator.strip(),
        span=span,
        identifier=work.identifier,
        publisher=work.publisher.strip(),
        date_published=work.datePublished,
        url=work.url,
        license=work.license,
        usage_info=_joined(work.usageInfo),
        supports=_joined(work.supports),
        revision=adapted.revision if adapted else "",
        changes=_joined(adapted.changes) if adapted else "",
    )


def _duration(text: str) -> model.Duration:
    return model.Duration(text, minutes(text))


def _joined(text: str) -> str:
    """Text of a paragraph as one line: how an author wraps it says nothing."""
    return " ".join(text.split())
