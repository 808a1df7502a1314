"""Catalogues for tests, made directly as values: what a test does not say has a plain default.

References are written as authors think of them: `"users@working practised"` is the competency `users` at the
level `working`, practised. Every record carries the plain data (`record`) that its file would hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from oer_build.diagnostics import Span
from oer_build.lesson import Block, Lesson, Link, Prose
from oer_build.link import with_indices
from oer_build.model import (
    Asset,
    Association,
    Call,
    Catalogue,
    Competency,
    CompetencyReference,
    Course,
    Crosswalk,
    CrosswalkLink,
    Duration,
    Event,
    Framework,
    Indicator,
    Level,
    Module,
    Opportunity,
    Organisation,
    Pack,
    Person,
    Programme,
    Reference,
    Role,
    Site,
    Story,
    Term,
    Unit,
    Wish,
    Work,
)

LEVELS = ("awareness", "working", "practitioner", "expert")
SITE = Site(
    title="Open course",
    license="CC-BY-SA-4.0",
    url="https://academy.example/course/",
    description="A course that anyone may reuse.",
    author="The academy",
    repo_url="https://code.example/academy/course",
    revision="0f3c9d1",
    date="2026-11-21",
)


OTHERS: dict[str, type] = {
    "programmes": Programme,
    "opportunities": Opportunity,
    "organisations": Organisation,
    "packs": Pack,
    "stories": Story,
    "calls": Call,
    "wishes": Wish,
    "events": Event,
}
"""Records that `tests.community` and `tests.programmes` make, by the field of the catalogue."""


def framework(levels: Sequence[str] = LEVELS, **more: Any) -> Framework:
    identifier = more.pop("identifier", "digital-era")
    title = more.pop("title", "Digital era competencies")
    more.setdefault("date_published", "2026-03-01")
    more.setdefault("description", "What public servants need.")
    built = tuple(
        Level(name, name.capitalize(), f"A person at {name}.", rank) for rank, name in enumerate(levels)
    )
    record = {
        "identifier": identifier,
        "title": title,
        "version": "1.0",
        "license": "CC-BY-SA-4.0",
        "datePublished": more["date_published"],
        "levels": [{"identifier": level.identifier, "title": level.title} for level in built],
    }
    return Framework(
        identifier=identifier,
        title=title,
        version=more.pop("version", "1.0"),
        license=more.pop("license", "CC-BY-SA-4.0"),
        span=Span("competencies/framework.yml"),
        levels=built,
        record=more.pop("record", record),
        **more,
    )


def competency(identifier: str, code: str = "", title: str = "", **more: Any) -> Competency:
    """`indicators` may be given as (level, identifier, type, statement), `associations` as (type, target)."""
    file = f"competencies/{identifier}.yml"
    indicators = tuple(
        Indicator(statement, type_, level, own) for level, own, type_, statement in more.pop("indicators", ())
    )
    associations = tuple(
        Association(type_, target, Span(file, number, 5))
        for number, (type_, target) in enumerate(more.pop("associations", ()), 10)
    )
    statement = more.pop("full_statement", f"A public servant can do {identifier}.")
    title = title or identifier.replace("-", " ").capitalize()
    record = {"identifier": identifier, "title": title, "fullStatement": statement}
    if code:
        record["humanCodingScheme"] = code
    return Competency(
        identifier=identifier,
        title=title,
        full_statement=statement,
        span=Span(file),
        human_coding_scheme=code,
        indicators=indicators,
        associations=associations,
        record=more.pop("record", record),
        **more,
    )


def reference(text: str, file: str = "content/modules/x/index.md", line: int = 4) -> CompetencyReference:
    """`users`, `users@working` or `users@working assessed`."""
    where, _, strength = text.partition(" ")
    name, _, level = where.partition("@")
    return CompetencyReference(name, Span(file, line, 5), level, strength or "introduced")  # type: ignore[arg-type]


def module(
    identifier: str,
    teaches: Iterable[str] = (),
    requires: Iterable[str] = (),
    needs: Iterable[str] = (),
    minutes: int = 60,
    status: str = "published",
    **more: Any,
) -> Module:
    """`needs` are the competencies that it requires, `requires` the modules."""
    file = f"content/modules/{identifier}/index.md"
    taught = tuple(reference(text, file, number) for number, text in enumerate(teaches, 5))
    title = more.pop("title", identifier.replace("-", " ").capitalize())
    duration = Duration(f"PT{minutes}M", minutes) if minutes else None
    description = more.pop("description", f"About {identifier}.")
    record: dict[str, Any] = {
        "title": title,
        "description": description,
        "license": more.get("license", "CC-BY-SA-4.0"),
        "creativeWorkStatus": status,
        "teaches": [
            {"competency": ref.competency, "strength": ref.strength}
            | ({"level": ref.level} if ref.level else {})
            for ref in taught
        ],
    }
    if duration:
        record["timeRequired"] = duration.text
    more.setdefault("version", "1.0.0")
    more.setdefault("date_modified", "2026-11-01")
    more.setdefault("creator", (Person("The course team"),))
    return Module(
        identifier=identifier,
        title=title,
        description=description,
        license=more.pop("license", "CC-BY-SA-4.0"),
        span=Span(file),
        teaches=taught,
        competency_required=tuple(reference(text, file, number) for number, text in enumerate(needs, 20)),
        requires=tuple(Reference(name, Span(file, number, 3)) for number, name in enumerate(requires, 30)),
        time_required=duration,
        creative_work_status=status,  # type: ignore[arg-type]
        record=more.pop("record", record),
        **more,
    )


def course(identifier: str, *units: Sequence[str], **more: Any) -> Course:
    """Each unit is the modules in it."""
    file = f"content/courses/{identifier}/index.md"
    title = more.pop("title", identifier.capitalize())
    description = more.pop("description", f"The course {identifier}.")
    built = tuple(
        Unit(
            f"Unit {number}",
            tuple(Reference(name, Span(file, 10 * number + at, 7)) for at, name in enumerate(names)),
        )
        for number, names in enumerate(units, 1)
    )
    return Course(
        identifier=identifier,
        title=title,
        description=description,
        license=more.pop("license", "CC-BY-SA-4.0"),
        span=Span(file),
        units=built,
        record={
            "title": title,
            "description": description,
            "units": [{"title": u.title, "modules": [m.identifier for m in u.modules]} for u in built],
        },
        **more,
    )


def role(identifier: str, *needs: str, **more: Any) -> Role:
    file = f"competencies/roles/{identifier}.yml"
    title = more.pop("title", identifier.replace("-", " ").capitalize())
    return Role(
        identifier=identifier,
        title=title,
        description=more.pop("description", f"What a {title.lower()} does."),
        span=Span(file),
        competency_required=tuple(reference(text, file, number) for number, text in enumerate(needs, 5)),
        record={"title": title},
    )


def crosswalk(identifier: str, *links: tuple[str, str, str], **more: Any) -> Crosswalk:
    """Links are (competency here, type, target there)."""
    file = f"competencies/crosswalks/{identifier}.yml"
    url = more.get("url", "https://frameworks.example/other")
    return Crosswalk(
        identifier=identifier,
        title=more.pop("title", "Other framework"),
        span=Span(file),
        url=more.pop("url", url),
        license=more.pop("license", "CC-BY-4.0"),
        associations=tuple(
            CrosswalkLink(source, target, f"Title of {target}", type_, Span(file, number), f"{url}/{target}")
            for number, (source, type_, target) in enumerate(links, 8)
        ),
        **more,
    )


def work(title: str, license: str = "", creator: str = "Someone else", line: int = 12, **more: Any) -> Work:
    return Work(
        title=title,
        creator=creator,
        span=more.pop("span", Span("content/modules/x/index.md", line, 5)),
        license=license,
        **more,
    )


def asset(file: str, license: str = "CC-BY-SA-4.0", copyright: str = "2026 The course team") -> Asset:
    """A file under `content/`; its address is its path without that folder."""
    return Asset(file, file.removeprefix("content/"), license, copyright, "ab" * 32)


def term(identifier: str, definition: str = "What it means.", synonyms: Sequence[str] = ()) -> Term:
    return Term(
        identifier, identifier.replace("-", " "), definition, Span("content/glossary.yml"), tuple(synonyms)
    )


def lesson(*blocks: Block, words: int = 0, links: Sequence[Link] = ()) -> Lesson:
    return Lesson(nodes=(Prose("<p>Text.</p>"), *blocks), words=words, links=tuple(links))


def block(name: str, number: int = 1, minutes: int = 0, text: str = "") -> Block:
    return Block(
        name, f"{name}-{number}", text, Span("content/modules/x/index.md", 40), minutes=minutes, text=text
    )


def picture_link(path: str, file: str = "content/modules/x/index.md", line: int = 50) -> Link:
    return Link("asset", path, Span(file, line, 3))


def catalogue(*records: Any, site: Site = SITE, frame: Framework | None = None, **more: Any) -> Catalogue:
    """The linked catalogue of records given in any order. `frame=None` with competencies: the default
    framework."""
    competencies = {r.identifier: r for r in records if isinstance(r, Competency)}
    found = next((r for r in records if isinstance(r, Framework)), frame)
    return with_indices(
        Catalogue(
            site=site,
            framework=found or (framework() if competencies else None),
            competencies=competencies,
            modules={r.identifier: r for r in records if isinstance(r, Module)},
            courses={r.identifier: r for r in records if isinstance(r, Course)},
            roles={r.identifier: r for r in records if isinstance(r, Role)},
            crosswalks={r.identifier: r for r in records if isinstance(r, Crosswalk)},
            terms={r.identifier: r for r in records if isinstance(r, Term)},
            articles=more.pop("articles", {}),
            assets={r.path: r for r in records if isinstance(r, Asset)},
            **{
                field: {r.identifier: r for r in records if isinstance(r, kind)}
                for field, kind in OTHERS.items()
            }
            | more,
        )
    )
