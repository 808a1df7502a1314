"""The small parts of schema.org descriptions: licences, people, works, terms and times as JSON-LD values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from oer_build.analysis.licences import license_urls
from oer_build.exports import case
from oer_build.exports.addresses import address, competency_path
from oer_build.lesson import Lesson
from oer_build.model import (
    Catalogue,
    Competency,
    CompetencyReference,
    Module,
    Person,
    Work,
)

Node = dict[str, Any]
MOST = 100
"""The longest list of records that a description of the whole site writes out; longer ones are only
linked."""


def iso_duration(minutes: int) -> str:
    """ISO 8601: 75 is `PT1H15M`; empty for 0."""
    hours, rest = divmod(minutes, 60)
    if not minutes:
        return ""
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")


def minutes_of(module: Module | None) -> int:
    return module.minutes if module and module.creative_work_status not in ("planned", "retired") else 0


def filled(node: Node) -> Node:
    """The node without what is empty: an absent property says nothing, an empty one says something false."""
    return {key: value for key, value in node.items() if value not in ("", [], {}, None)}


def plain(lessons: Mapping[str, Lesson] | None, key: str) -> str:
    lesson = (lessons or {}).get(key)
    return " ".join(section.text for section in lesson.sections) if lesson else ""


def license_of(expression: str) -> Any:
    urls = license_urls(expression)
    return (urls[0] if len(urls) == 1 else list(urls)) or expression


def reference(catalogue: Catalogue, type_: str, path: str, title: str, here: str) -> Node:
    return {"@type": type_, "@id": address(catalogue.site, path, here), "name": title}


def framework_reference(catalogue: Catalogue, here: str) -> Node:
    if catalogue.framework is None:
        return {}
    return reference(catalogue, "DefinedTermSet", "framework/", catalogue.framework.title, here)


def term(catalogue: Catalogue, identifier: str, here: str) -> Node:
    entry = catalogue.competencies[identifier]
    return filled(
        {
            "@type": "DefinedTerm",
            "@id": address(catalogue.site, competency_path(identifier), here),
            "name": entry.title,
            "termCode": entry.human_coding_scheme or identifier,
            "inDefinedTermSet": {"@id": address(catalogue.site, "framework/", here)}
            if catalogue.framework
            else {},
        }
    )


def terms(catalogue: Catalogue, references: Iterable[CompetencyReference], here: str) -> list[Any]:
    named = dict.fromkeys(ref.competency for ref in references if ref.competency in catalogue.competencies)
    return [term(catalogue, identifier, here) for identifier in named]


def alignment(catalogue: Catalogue, reference: CompetencyReference, here: str) -> Node:
    """The level at which a module teaches a competency: `teaches` itself has no place for it."""
    level = next(level for level in catalogue.levels if level.identifier == reference.level)
    entry = catalogue.competencies[reference.competency]
    return filled(
        {
            "@type": "AlignmentObject",
            "alignmentType": "educationalLevel",
            "educationalFramework": catalogue.framework.title if catalogue.framework else "",
            "targetName": f"{entry.title}: {level.title}",
            "targetDescription": level.description,
            "targetUrl": address(
                catalogue.site, f"{competency_path(entry.identifier)}#{level.identifier}", here
            ),
        }
    )


def case_identifier(catalogue: Catalogue, entry: Competency) -> Any:
    if catalogue.framework is None:
        return entry.identifier
    return [entry.identifier, f"urn:uuid:{case.item_identifier(catalogue.framework, entry.identifier)}"]


def people(people: Sequence[Person]) -> list[Node]:
    """Creators. Who has an ORCID is a person, who has a ROR id an organisation; of others the type is not
    known."""
    nodes: list[Node] = []
    for person in people:
        if person.orcid:
            nodes.append({"@type": "Person", "@id": _identity("https://orcid.org/", person.orcid)})
        elif person.ror:
            nodes.append({"@type": "Organization", "@id": _identity("https://ror.org/", person.ror)})
        else:
            nodes.append({})
        nodes[-1]["name"] = person.name
    return nodes


def _identity(base: str, text: str) -> str:
    return text if text.startswith("https://") else base + text.rpartition("/")[2]


def publisher(catalogue: Catalogue) -> Node:
    return {"@type": "Organization", "name": catalogue.site.author} if catalogue.site.author else {}


def audience(slugs: Sequence[str]) -> list[Node]:
    return [
        {"@type": "EducationalAudience", "educationalRole": "student", "audienceType": slug} for slug in slugs
    ]


def work(work: Work) -> Node:
    return filled(
        {
            "@type": "CreativeWork",
            "name": work.title,
            "creator": {"name": work.creator} if work.creator else {},
            "publisher": {"@type": "Organization", "name": work.publisher} if work.publisher else {},
            "datePublished": work.date_published,
            "version": work.revision,
            "url": work.url,
            "license": license_of(work.license) if work.license else "",
            "conditionsOfAccess": work.usage_info,
        }
    )


def parts(lesson: Lesson, page: str) -> list[Node]:
    """Exercises and challenges one by one, the questions together as a quiz."""
    parts: list[Node] = [
        filled(
            {
                "@type": "LearningResource",
                "@id": f"{page}#{block.identifier}",
                "name": block.text,
                "learningResourceType": block.name,
                "timeRequired": iso_duration(block.minutes),
            }
        )
        for block in lesson.blocks("exercise", "challenge")
    ]
    questions = list(lesson.blocks("question"))
    if questions:
        parts.append(
            {
                "@type": "Quiz",
                "@id": f"{page}#{questions[0].identifier}",
                "learningResourceType": "quiz",
                "educationalUse": "self-assessment",
            }
        )
    return parts
