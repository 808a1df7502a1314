"""Every Markdown text of a catalogue, with what its rendering depends on. The one list of what is prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oer_build.diagnostics import Span
from oer_build.files import ADDRESSES
from oer_build.model import Catalogue, Opportunity, Pack, Programme, Story, Work
from oer_build.project import CONTENT


@dataclass(frozen=True, slots=True)
class Text:
    """A text to render. `key` names its lesson: the page's path, or path and part for a text within a
    page."""

    key: str
    page_path: str
    markdown: str
    span: Span
    line: int
    column: int = 1
    sources: tuple[Work, ...] = ()
    minutes: int = 0
    """What a facilitator's plan without a time of its own must add up to."""
    link_terms: bool = True
    language: str = ""
    """BCP 47 tag; empty: that of the site."""


def texts_of(catalogue: Catalogue) -> Iterator[Text]:
    """Bodies of modules, courses, other records and articles, rationales of competencies, definitions of
    terms, and what calls, wishes and events say."""
    for module in catalogue.modules.values():
        path = f"modules/{module.identifier}/"
        yield Text(
            path,
            path,
            module.body,
            module.span,
            module.body_line,
            sources=module.sources,
            minutes=module.minutes,
            language=module.in_language,
        )
    for course in catalogue.courses.values():
        path = f"courses/{course.identifier}/"
        yield Text(
            path,
            path,
            course.body,
            course.span,
            course.body_line,
            sources=course.sources,
            language=course.in_language,
        )
    others: tuple[Programme | Pack | Opportunity | Story, ...] = (
        *catalogue.programmes.values(),
        *catalogue.packs.values(),
        *catalogue.opportunities.values(),
        *catalogue.stories.values(),
    )
    for record in others:
        path = address_of(record)
        yield Text(
            path,
            path,
            record.body,
            record.span,
            record.body_line,
            sources=record.sources,
            language=record.in_language,
        )
    for article in catalogue.articles.values():
        # Terms belong to the course: documentation of the tool uses the same words for other things.
        in_course = article.span.file.startswith(f"{CONTENT}/")
        yield Text(
            article.path,
            article.path,
            article.body,
            article.span,
            article.body_line,
            link_terms=in_course,
            language=article.in_language,
        )
    for competency in catalogue.competencies.values():
        span = competency.rationale_span or competency.span
        path = f"competencies/{competency.identifier}/"
        yield Text(path, path, competency.rationale, span, span.line, span.column, competency.sources)
    for call in catalogue.calls.values():
        yield _line(f"taking-part/#call-{call.identifier}", call.description, call.span)
    for wish in catalogue.wishes.values():
        yield _line(f"taking-part/#wish-{wish.identifier}", wish.description, wish.span)
    for event in catalogue.events.values():
        yield _line(f"calendar/#{event.identifier}", event.description, event.span)
    for term in catalogue.terms.values():
        yield Text(
            f"glossary/#{term.identifier}",
            "glossary/",
            term.definition,
            term.span,
            term.span.line,
            link_terms=False,
        )


def address_of(record: Programme | Pack | Opportunity | Story) -> str:
    """The address of the page of a record."""
    return f"{ADDRESSES[type(record).__name__.lower()]}{record.identifier}/"


def _line(key: str, markdown: str, span: Span) -> Text:
    """A short text of a list."""
    return Text(key, key.partition("#")[0], markdown, span, span.line, link_terms=False)
