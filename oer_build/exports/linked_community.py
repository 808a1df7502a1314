"""schema.org descriptions of opportunities, organisations, packs and stories as JSON-LD values."""

from __future__ import annotations

from collections.abc import Iterable

from oer_build.exports import nodes
from oer_build.exports.addresses import address
from oer_build.exports.nodes import Node
from oer_build.files import ADDRESSES
from oer_build.model import Catalogue, Opportunity, Organisation, Pack, Reference, Story


def opportunity(catalogue: Catalogue, one: Opportunity) -> Node:
    """An opportunity as a WorkBasedProgram: learning with a part in a workplace."""
    here = f"{ADDRESSES['opportunity']}{one.identifier}/"
    return nodes.filled(
        {
            "@type": "WorkBasedProgram",
            "@id": address(catalogue.site, here, here),
            "url": one.url or address(catalogue.site, here, here),
            "identifier": one.identifier,
            "name": one.title,
            "description": one.description,
            "programType": list(one.kind),
            "provider": _organisations(catalogue, one.provider, here),
            "programPrerequisites": one.eligibility,
            "timeToComplete": one.duration,
            "startDate": one.start_date,
            "endDate": one.end_date,
            "keywords": list(one.keywords),
            "citation": [nodes.work(work) for work in one.sources],
            "mainEntityOfPage": address(catalogue.site, here, here),
        }
    )


def organisation(catalogue: Catalogue, one: Organisation) -> Node:
    """An organisation. Its contact is a role, so a ContactPoint and no person."""
    here = f"{ADDRESSES['organisation']}{one.identifier}/"
    return nodes.filled(
        {
            "@type": "Organization",
            "@id": address(catalogue.site, here, here),
            "url": one.url or address(catalogue.site, here, here),
            "identifier": one.identifier,
            "name": one.title,
            "alternateName": list(one.alternate_name),
            "description": one.description,
            "areaServed": list(one.region),
            "memberOf": _organisations(catalogue, one.member_of, here),
            "contactPoint": nodes.filled(
                {
                    "@type": "ContactPoint",
                    "contactType": one.contact.role,
                    "email": one.contact.email,
                    "url": one.contact.url,
                }
            ),
            "keywords": list(one.keywords),
        }
    )


def pack(catalogue: Catalogue, one: Pack) -> Node:
    """A pack as a Collection of learning resources and programmes."""
    here = f"{ADDRESSES['pack']}{one.identifier}/"
    return nodes.filled(
        {
            "@type": ["Collection", "LearningResource"],
            "@id": address(catalogue.site, here, here),
            "url": address(catalogue.site, here, here),
            "identifier": one.identifier,
            "name": one.title,
            "description": one.description,
            "inLanguage": one.in_language,
            "license": nodes.license_of(one.license),
            "isAccessibleForFree": True,
            "creator": nodes.people(one.creator),
            "version": one.version,
            "dateModified": one.date_modified,
            "audience": nodes.audience(one.audience),
            "hasPart": [
                nodes.reference(
                    catalogue,
                    "LearningResource",
                    f"{ADDRESSES['module']}{ref.identifier}/",
                    catalogue.modules[ref.identifier].title,
                    here,
                )
                for ref in one.modules
            ]
            + [
                nodes.reference(
                    catalogue,
                    "EventSeries",
                    f"{ADDRESSES['programme']}{ref.identifier}/",
                    catalogue.programmes[ref.identifier].title,
                    here,
                )
                for ref in one.programmes
            ],
            "encoding": {
                "@type": "MediaObject",
                "contentUrl": address(catalogue.site, f"{here}{one.identifier}.zip", here),
                "encodingFormat": "application/zip",
            },
            "citation": [nodes.work(work) for work in one.sources],
            "publisher": nodes.publisher(catalogue),
        }
    )


def story(catalogue: Catalogue, one: Story) -> Node:
    """A story as an Article about the competencies that it shows."""
    here = f"{ADDRESSES['story']}{one.identifier}/"
    return nodes.filled(
        {
            "@type": "Article",
            "@id": address(catalogue.site, here, here),
            "url": address(catalogue.site, here, here),
            "identifier": one.identifier,
            "headline": one.title,
            "description": one.description,
            "inLanguage": one.in_language,
            "license": nodes.license_of(one.license),
            "creator": nodes.people(one.creator),
            "dateModified": one.date_modified,
            "temporalCoverage": one.period,
            "spatialCoverage": list(one.region),
            "about": nodes.terms(catalogue, one.competencies, here),
            "citation": [nodes.work(work) for work in one.sources],
            "publisher": nodes.publisher(catalogue),
        }
    )


def _organisations(catalogue: Catalogue, references: Iterable[Reference], here: str) -> list[Node]:
    return [
        nodes.reference(
            catalogue,
            "Organization",
            f"{ADDRESSES['organisation']}{ref.identifier}/",
            catalogue.organisations[ref.identifier].title,
            here,
        )
        for ref in references
    ]
