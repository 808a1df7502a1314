"""Validated records as values of the model: every field filled, every span where the author wrote it.

Knows the schemas (what was written) and the model (what the rooms after this one read), one function a kind.
"""

from __future__ import annotations

from typing import cast

from oer_build import model
from oer_build.files import slug
from oer_build.load.pieces import Pieces, duration_of, joined, people_of, references_to
from oer_build.schema.article import Article as ArticleRecord
from oer_build.schema.competency import Competency as CompetencyRecord
from oer_build.schema.competency import Indicator as IndicatorRecord
from oer_build.schema.course import Course as CourseRecord
from oer_build.schema.crosswalk import Crosswalk as CrosswalkRecord
from oer_build.schema.framework import Framework as FrameworkRecord
from oer_build.schema.glossary import Glossary as GlossaryRecord
from oer_build.schema.module import Module as ModuleRecord
from oer_build.schema.role import Role as RoleRecord
from oer_build.source import Document, Path


class Records:
    """Makes the records of the framework and of the course."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._site = pieces.site

    def framework(self, record: FrameworkRecord, document: Document) -> model.Framework:
        self._pieces.distinct(
            [(level.identifier, ("levels", n, "identifier")) for n, level in enumerate(record.levels)],
            "levels",
            document,
        )
        levels = tuple(
            model.Level(level.identifier, level.title.strip(), joined(level.description), rank)
            for rank, level in enumerate(record.levels)
        )
        return model.Framework(
            identifier=record.identifier,
            title=record.title.strip(),
            version=record.version,
            license=record.license,
            span=document.span(),
            description=joined(record.description),
            in_language=record.inLanguage or self._site.language,
            date_published=record.datePublished,
            levels=levels,
            creator=people_of(record.creator),
            sources=self._pieces.works(record.sources, ("sources",), document),
            record=document.data,
        )

    def competency(self, record: CompetencyRecord, identifier: str, document: Document) -> model.Competency:
        return model.Competency(
            identifier=identifier,
            title=record.title.strip(),
            full_statement=joined(record.fullStatement),
            span=document.span(),
            human_coding_scheme=record.humanCodingScheme,
            rationale=record.rationale,
            rationale_span=document.text_span(("rationale",)) if record.rationale else None,
            indicators=self._indicators(record, document),
            associations=tuple(
                model.Association(
                    one.type, one.target, document.span(("associations", n, "target")), joined(one.note)
                )
                for n, one in enumerate(record.associations)
            ),
            sources=self._pieces.works(record.sources, ("sources",), document),
            record=document.data,
        )

    def _indicators(self, record: CompetencyRecord, document: Document) -> tuple[model.Indicator, ...]:
        if isinstance(record.indicators, list):
            groups: list[tuple[str, Path, list[IndicatorRecord]]] = [("", ("indicators",), record.indicators)]
        else:
            groups = [
                (level, ("indicators", level), group)
                for level, group in record.indicators.items()
                if self._pieces.known_level(level, document.key_span(("indicators", level)))
            ]
        found = [
            model.Indicator(joined(one.statement), one.type, level, one.identifier)
            for level, _, group in groups
            for one in group
        ]
        named = [
            (one.identifier, (*path, n, "identifier"))
            for _, path, group in groups
            for n, one in enumerate(group)
            if one.identifier
        ]
        self._pieces.distinct(named, "indicators", document)
        if self._pieces.levels:
            order = {level: rank for rank, level in enumerate(self._pieces.levels)}
            found.sort(key=lambda indicator: order.get(indicator.level, -1))
        return tuple(found)

    def role(self, record: RoleRecord, identifier: str, document: Document) -> model.Role:
        return model.Role(
            identifier=identifier,
            title=record.title.strip(),
            description=joined(record.description),
            span=document.span(),
            competency_required=self._pieces.needs(
                record.competencyRequired, ("competencyRequired",), document
            ),
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
            note=joined(record.note),
            associations=tuple(
                model.CrosswalkLink(
                    source=one.source,
                    target=one.target,
                    target_title=one.targetTitle.strip(),
                    type=one.type,
                    span=document.span(("associations", n, "source")),
                    target_uri=one.targetUri,
                    note=joined(one.note),
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
            description=joined(record.description),
            license=record.license,
            span=document.span(),
            body=body,
            body_line=body_line,
            teaches=self._pieces.needs(record.teaches, ("teaches",), document),
            competency_required=self._pieces.needs(
                record.competencyRequired, ("competencyRequired",), document
            ),
            requires=references_to(record.requires, ("requires",), document),
            time_required=duration_of(record.timeRequired) if record.timeRequired else None,
            variants=tuple((duration_of(length), joined(way)) for length, way in record.variants.items()),
            learning_resource_type=tuple(record.learningResourceType),
            audience=tuple(record.audience),
            keywords=tuple(word.strip() for word in record.keywords),
            in_language=record.inLanguage or self._site.language,
            creator=people_of(record.creator),
            is_based_on=self._pieces.works(record.isBasedOn, ("isBasedOn",), document),
            sources=self._pieces.works(record.sources, ("sources",), document),
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
            description=joined(record.description),
            license=record.license,
            span=document.span(),
            units=tuple(
                model.Unit(
                    unit.title.strip(),
                    references_to(unit.modules, ("units", n, "modules"), document),
                    joined(unit.description),
                )
                for n, unit in enumerate(record.units)
            ),
            body=body,
            body_line=body_line,
            audience=tuple(record.audience),
            in_language=record.inLanguage or self._site.language,
            creator=people_of(record.creator),
            sources=self._pieces.works(record.sources, ("sources",), document),
            version=record.version,
            date_modified=record.dateModified,
            record=document.data,
        )

    def terms(self, record: GlossaryRecord, document: Document) -> list[model.Term]:
        return [
            model.Term(
                identifier=term.identifier or slug(term.term) or f"term-{n + 1}",
                term=term.term.strip(),
                definition=joined(term.definition),
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
            description=joined(record.description),
            in_language=record.inLanguage or self._site.language,
            license=record.license or self._site.license,
        )
