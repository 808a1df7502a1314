"""Opportunities, organisations, packs, stories, calls and wishes for tests, made directly as values: what a
test does not say has a plain default."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from oer_build.diagnostics import Span
from oer_build.model import (
    Call,
    Contact,
    Opportunity,
    Organisation,
    Pack,
    Reference,
    Relation,
    Story,
    Wish,
    Work,
)
from tests.builders import reference

VERIFIED = "2026-11-22"


def referring(file: str, *identifiers: str) -> tuple[Reference, ...]:
    return tuple(Reference(name, Span(file, 30 + number, 5)) for number, name in enumerate(identifiers))


def source(identifier: str = "guide", **more: Any) -> Work:
    return Work(
        title=more.pop("title", "A guide"),
        creator=more.pop("creator", "A ministry"),
        span=Span("content/opportunities/x.md", 20, 5),
        identifier=identifier,
        url=more.pop("url", "https://guide.example/"),
        **more,
    )


def opportunity(
    identifier: str,
    kind: str = "mentoring",
    practises: Iterable[str] = (),
    *,
    provider: str = "",
    host: str = "",
    relations: Iterable[tuple[str, str, str]] = (),
    **more: Any,
) -> Opportunity:
    """`kind`, `provider` and `host` hold words with spaces between them, `practises` competencies as in
    `tests.builders.reference`, `relations` a type, a target and a reason each."""
    file = f"content/opportunities/{identifier}.md"
    title = more.pop("title", identifier.replace("-", " ").capitalize())
    more.setdefault("sources", (source(),))
    return Opportunity(
        identifier=identifier,
        title=title,
        description=more.pop("description", f"About {identifier}."),
        kind=tuple(kind.split()),
        stage=more.pop("stage", "live"),
        span=Span(file),
        competencies=tuple(reference(text, file, number) for number, text in enumerate(practises, 10)),
        provider=referring(file, *provider.split()),
        host=referring(file, *host.split()),
        relations=tuple(
            Relation(type_, target, reason, "The editors", Span(file, number, 9))
            for number, (type_, target, reason) in enumerate(relations, 40)
        ),
        last_verified=more.pop("last_verified", VERIFIED),
        record=more.pop("record", {"title": title}),
        **more,
    )


def organisation(identifier: str, *, member_of: str = "", partners: str = "", **more: Any) -> Organisation:
    """`member_of` and `partners` are identifiers with spaces between them."""
    file = f"content/organisations/{identifier}.yml"
    title = more.pop("title", identifier.replace("-", " ").capitalize())
    return Organisation(
        identifier=identifier,
        title=title,
        type=more.pop("type", "department"),
        description=more.pop("description", f"What {identifier} does."),
        contact=more.pop("contact", Contact("Lead contact", f"{identifier}@example.org")),
        span=Span(file),
        member_of=referring(file, *member_of.split()),
        partners=referring(file, *partners.split()),
        sources=more.pop("sources", (source(),)),
        last_verified=more.pop("last_verified", VERIFIED),
        record=more.pop("record", {"title": title}),
        **more,
    )


def pack(
    identifier: str,
    *,
    modules: str = "",
    opportunities: str = "",
    programmes: str = "",
    handouts: str = "",
    **more: Any,
) -> Pack:
    """What it holds are identifiers, and addresses of files, with spaces between them."""
    file = f"content/packs/{identifier}/index.md"
    title = more.pop("title", identifier.replace("-", " ").capitalize())
    return Pack(
        identifier=identifier,
        title=title,
        description=more.pop("description", f"For {identifier}."),
        license=more.pop("license", "CC-BY-SA-4.0"),
        span=Span(file),
        modules=referring(file, *modules.split()),
        opportunities=referring(file, *opportunities.split()),
        programmes=referring(file, *programmes.split()),
        handouts=referring(file, *handouts.split()),
        record=more.pop("record", {"title": title}),
        **more,
    )


def story(identifier: str, shows: Iterable[str] = (), *, modules: str = "", **more: Any) -> Story:
    """`shows` are competencies as in `tests.builders.reference`."""
    file = f"content/stories/{identifier}.md"
    title = more.pop("title", identifier.replace("-", " ").capitalize())
    return Story(
        identifier=identifier,
        title=title,
        description=more.pop("description", f"What happened at {identifier}."),
        license=more.pop("license", "CC-BY-SA-4.0"),
        span=Span(file),
        region=more.pop("region", ("KE",)),
        period=more.pop("period", "2013 to 2014"),
        competencies=tuple(reference(text, file, number) for number, text in enumerate(shows, 10)),
        modules=referring(file, *modules.split()),
        organisations=referring(file, *more.pop("organisations", "").split()),
        sources=more.pop("sources", (source(),)),
        record=more.pop("record", {"title": title}),
        **more,
    )


def call(identifier: str, *shown_on: str, **more: Any) -> Call:
    file = "content/calls.yml"
    return Call(
        identifier=identifier,
        kind=more.pop("kind", "review"),
        title=more.pop("title", identifier.replace("-", " ").capitalize()),
        description=more.pop("description", f"Who can {identifier}."),
        file=more.pop("file", "content/answers/name.md"),
        template=more.pop("template", "title: A title\n"),
        span=Span(file, 3, 5),
        shown_on=referring(file, *shown_on),
        **more,
    )


def wish(
    identifier: str, count: int = 1, wants: Iterable[str] = (), *, modules: str = "", **more: Any
) -> Wish:
    """`wants` are competencies as in `tests.builders.reference`, `modules` those that answer it."""
    file = "content/wishes.yml"
    return Wish(
        identifier=identifier,
        topic=more.pop("topic", identifier.replace("-", " ").capitalize()),
        count=count,
        asked=more.pop("asked", "At a workshop in 2013"),
        span=Span(file, 3, 5),
        competencies=tuple(reference(text, file, number) for number, text in enumerate(wants, 10)),
        modules=referring(file, *modules.split()),
        **more,
    )
