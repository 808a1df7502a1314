"""schema.org/LRMI descriptions of records as JSON-LD values. Knows the catalogue and addresses; no HTML, no
files.

The `@id` of a record is the address of its page: `teaches` of a module therefore leads to the competency's
page. Without a site address ids are relative to the page that carries them, which is how JSON-LD resolves
them. No description grows with the site: lists of everything are linked as data, and written out only up to
`nodes.MOST`. Pages that are no record's are in `site_data.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from oer_build.analysis.licences import license_url
from oer_build.exports import case, nodes
from oer_build.exports.addresses import (
    CASE_PACKAGES,
    address,
    bundle_path,
    competency_path,
    course_path,
    module_path,
    role_path,
)
from oer_build.exports.nodes import MOST, Node
from oer_build.lesson import Lesson
from oer_build.model import Catalogue, Competency, Course, Module, Role

__all__ = [
    "competency",
    "course",
    "document",
    "dumps",
    "framework",
    "glossary",
    "license_url",
    "module",
    "role",
]

CONTEXT = "https://schema.org"


def document(*described: Mapping[str, Any]) -> Node:
    """The JSON-LD document of a page: one node as it is, several as a graph."""
    if len(described) == 1:
        return {"@context": CONTEXT, **described[0]}
    return {"@context": CONTEXT, "@graph": [dict(node) for node in described]}


_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def dumps(data: Mapping[str, Any]) -> str:
    """JSON that can stand in a `<script type="application/ld+json">`: no text in it can end the element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def module(catalogue: Catalogue, module: Module, lesson: Lesson | None = None) -> Node:
    """A module as a LearningResource. `lesson` adds its exercises and quiz as parts."""
    here = module_path(module.identifier)
    site = catalogue.site
    levels = {level.identifier: level for level in catalogue.levels}
    taught_levels = sorted(
        {ref.level for ref in module.teaches if ref.level in levels}, key=lambda i: levels[i].rank
    )
    alignments = [nodes.alignment(catalogue, ref, here) for ref in module.teaches if ref.level in levels]
    alignments += [
        {
            "@type": "AlignmentObject",
            "alignmentType": "requires",
            "targetName": catalogue.modules[required.identifier].title,
            "targetUrl": address(site, module_path(required.identifier), here),
        }
        for required in module.requires
        if required.identifier in catalogue.modules
    ]
    return nodes.filled(
        {
            "@type": "LearningResource",
            "@id": address(site, here, here),
            "url": address(site, here, here),
            "identifier": module.identifier,
            "name": module.title,
            "description": module.description,
            "inLanguage": module.in_language,
            "license": nodes.license_of(module.license),
            "isAccessibleForFree": True,
            "creator": nodes.people(module.creator),
            "version": module.version,
            "dateModified": module.date_modified,
            "creativeWorkStatus": module.creative_work_status,
            "timeRequired": module.time_required.text if module.time_required else "",
            "learningResourceType": list(module.learning_resource_type),
            "educationalLevel": [levels[identifier].title for identifier in taught_levels],
            "audience": nodes.audience(module.audience),
            "keywords": list(module.keywords),
            "teaches": nodes.terms(catalogue, module.teaches, here),
            "assesses": nodes.terms(catalogue, [r for r in module.teaches if r.strength == "assessed"], here),
            "competencyRequired": nodes.terms(catalogue, module.competency_required, here),
            "educationalAlignment": alignments,
            "isBasedOn": [nodes.work(work) for work in module.is_based_on],
            "citation": [nodes.work(work) for work in module.sources],
            "isPartOf": [
                nodes.reference(catalogue, "Course", course_path(i), catalogue.courses[i].title, here)
                for i in catalogue.courses_of.get(module.identifier, ())
            ],
            "hasPart": nodes.parts(lesson, address(site, here, here)) if lesson else [],
            "encoding": {}
            if module.planned
            else {
                "@type": "MediaObject",
                "contentUrl": address(site, bundle_path(module.identifier), here),
                "encodingFormat": "application/zip",
            },
            "publisher": nodes.publisher(catalogue),
        }
    )


def course(catalogue: Catalogue, course: Course) -> Node:
    """A course with its units as syllabus sections. Times count written modules only."""
    here = course_path(course.identifier)
    modules = [
        catalogue.modules[ref.identifier] for ref in course.modules if ref.identifier in catalogue.modules
    ]
    sections = [
        nodes.filled(
            {
                "@type": "Syllabus",
                "name": unit.title,
                "description": unit.description,
                "timeRequired": nodes.iso_duration(
                    sum(nodes.minutes_of(catalogue.modules.get(ref.identifier)) for ref in unit.modules)
                ),
                "hasPart": [
                    {"@id": address(catalogue.site, module_path(ref.identifier), here)}
                    for ref in unit.modules
                    if ref.identifier in catalogue.modules
                ],
            }
        )
        for unit in course.units
    ]
    taught = {ref.competency: ref for entry in modules for ref in entry.teaches if not entry.planned}
    return nodes.filled(
        {
            "@type": "Course",
            "@id": address(catalogue.site, here, here),
            "url": address(catalogue.site, here, here),
            "identifier": course.identifier,
            "name": course.title,
            "description": course.description,
            "inLanguage": course.in_language,
            "license": nodes.license_of(course.license),
            "isAccessibleForFree": True,
            "creator": nodes.people(course.creator),
            "version": course.version,
            "dateModified": course.date_modified,
            "audience": nodes.audience(course.audience),
            "timeRequired": nodes.iso_duration(sum(nodes.minutes_of(entry) for entry in modules)),
            "teaches": nodes.terms(catalogue, taught.values(), here),
            "syllabusSections": sections,
            "hasPart": [
                nodes.reference(catalogue, "LearningResource", module_path(m.identifier), m.title, here)
                for m in modules
            ],
            "citation": [nodes.work(work) for work in course.sources],
            "provider": nodes.publisher(catalogue),
        }
    )


def competency(catalogue: Catalogue, competency: Competency) -> Node:
    """A competency as a DefinedTerm of the framework."""
    here = competency_path(competency.identifier)
    return nodes.filled(
        {
            "@type": "DefinedTerm",
            "@id": address(catalogue.site, here, here),
            "url": address(catalogue.site, here, here),
            "identifier": nodes.case_identifier(catalogue, competency),
            "name": competency.title,
            "description": competency.full_statement,
            "termCode": competency.human_coding_scheme or competency.identifier,
            "inDefinedTermSet": nodes.framework_reference(catalogue, here),
            "sameAs": [
                link.target_uri
                for _, link in catalogue.crosswalk_of.get(competency.identifier, ())
                if link.type == "exactMatchOf" and link.target_uri
            ],
            "subjectOf": [nodes.work(work) for work in competency.sources],
        }
    )


def framework(catalogue: Catalogue, here: str = "framework/") -> Node:
    """The framework as a DefinedTermSet; its CASE package is linked as the complete data. Empty without a
    framework."""
    framework = catalogue.framework
    if framework is None:
        return {}
    listed = list(catalogue.competencies.values())
    return nodes.filled(
        {
            "@type": "DefinedTermSet",
            "@id": address(catalogue.site, "framework/", here),
            "url": address(catalogue.site, "framework/", here),
            "identifier": framework.identifier,
            "name": framework.title,
            "description": framework.description,
            "inLanguage": framework.in_language,
            "license": nodes.license_of(framework.license),
            "version": framework.version,
            "datePublished": framework.date_published,
            "creator": nodes.people(framework.creator),
            "citation": [nodes.work(work) for work in framework.sources],
            "hasDefinedTerm": [nodes.term(catalogue, entry.identifier, here) for entry in listed]
            if len(listed) <= MOST
            else [],
            "encoding": {
                "@type": "MediaObject",
                "name": "1EdTech CASE 1.1",
                "contentUrl": address(
                    catalogue.site, CASE_PACKAGES + case.document_identifier(framework), here
                ),
                "encodingFormat": "application/json",
            },
            "publisher": nodes.publisher(catalogue),
        }
    )


def role(catalogue: Catalogue, role: Role) -> Node:
    """A role as an Occupation, whose `skills` are the competencies, and in words the levels, that it
    needs."""
    here = role_path(role.identifier)
    levels = {level.identifier: level.title for level in catalogue.levels}
    skills: list[Any] = nodes.terms(catalogue, role.competency_required, here)
    skills += [
        f"{catalogue.competencies[ref.competency].title}: {levels[ref.level]}"
        for ref in role.competency_required
        if ref.level in levels and ref.competency in catalogue.competencies
    ]
    return nodes.filled(
        {
            "@type": "Occupation",
            "@id": address(catalogue.site, here, here),
            "url": address(catalogue.site, here, here),
            "identifier": role.identifier,
            "name": role.title,
            "description": role.description,
            "skills": skills,
        }
    )


def glossary(
    catalogue: Catalogue,
    title: str,
    lessons: Mapping[str, Lesson] | None = None,
    here: str = "glossary/",
) -> Node:
    """The glossary as a DefinedTermSet, its terms written out up to `MOST`.

    `lessons` (by `glossary/#<identifier>`) give definitions as plain text; without them they are as authored.
    """
    base = address(catalogue.site, here, here)
    terms = list(catalogue.terms.values())
    return nodes.filled(
        {
            "@type": "DefinedTermSet",
            "@id": base,
            "url": base,
            "name": title,
            "inLanguage": catalogue.site.language,
            "license": nodes.license_of(catalogue.site.license),
            "hasDefinedTerm": [
                nodes.filled(
                    {
                        "@type": "DefinedTerm",
                        "@id": f"{base}#{term.identifier}",
                        "name": term.term,
                        "alternateName": list(term.synonyms),
                        "description": nodes.plain(lessons, f"glossary/#{term.identifier}")
                        or term.definition,
                        "inDefinedTermSet": {"@id": base},
                    }
                )
                for term in terms
            ]
            if len(terms) <= MOST
            else [],
        }
    )
