"""The framework as a 1EdTech CASE 1.1 package, served statically. Values in, JSON values out.

Everything is named by the permanent UUIDs of `case_identity.py`.

Shape. `isChildOf` runs from the child to its parent and ends in the CFDocument. Competencies are children of
the document and indicators children of their competency: a tree that every consumer shows. The level of an
indicator is in `educationLevel`, which CASE 1.0 consumers read, and in a `hasSkillLevel` association to the
level, new in 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oer_build.analysis.licences import license_urls
from oer_build.exports.addresses import CASE_DOCUMENTS, competency_path
from oer_build.exports.case_identity import (
    document_identifier,
    indicator_identifier,
    item_identifier,
    level_identifier,
    own_identifier,
    package_path,
    positions,
)
from oer_build.exports.case_links import Links
from oer_build.exports.case_values import Json, date_time, filled, is_date, line
from oer_build.model import (
    Catalogue,
    Competency,
    Crosswalk,
    Framework,
    Indicator,
    Site,
)

__all__ = [
    "ASSOCIATIONS",
    "date_time",
    "document_identifier",
    "documents",
    "files",
    "indicator_identifier",
    "item_identifier",
    "level_identifier",
    "package",
    "package_path",
]

ASSOCIATIONS = frozenset(
    {
        "isChildOf",
        "isPeerOf",
        "isPartOf",
        "exactMatchOf",
        "precedes",
        "isRelatedTo",
        "replacedBy",
        "exemplar",
        "hasSkillLevel",
        "isTranslationOf",
    }
)
"""The association types of CASE 1.1; another one is written as an extension, `ext:<type>`."""

_ITEM_TYPES = {
    "Competency": "What a person can do; the unit of the framework.",
    "Knowledge": "An indicator: something that a person at the level knows.",
    "Skill": "An indicator: something that a person at the level can do.",
    "Attitude": "An indicator: how a person at the level approaches things.",
    "Indicator": "Something that can be observed in a person at the level.",
    "Level scale": "The levels of the framework, ascending.",
    "Level": "A level of the framework.",
}


def documents(catalogue: Catalogue) -> Json:
    """The CFDocuments listing: the one framework, with the address of its package."""
    if catalogue.framework is None:
        return {"CFDocuments": []}
    writer = _Writer(catalogue, catalogue.framework)
    return {
        "CFDocuments": [
            {
                **writer.document(),
                "CFPackageURI": writer.links.package(),
            }
        ]
    }


def package(catalogue: Catalogue) -> Json:
    """The CFPackage of the framework: document, items, associations and definitions. Empty without a
    framework."""
    if catalogue.framework is None:
        return {}
    return _Writer(catalogue, catalogue.framework).package()


def files(catalogue: Catalogue) -> dict[str, Json]:
    """What is published, by path under the site. Nothing without a framework."""
    if catalogue.framework is None:
        return {}
    return {
        package_path(catalogue.framework): package(catalogue),
        CASE_DOCUMENTS: documents(catalogue),
    }


class _Writer:
    """Writes one framework. Holds what every object needs: namespace, addresses and the date of change."""

    def __init__(self, catalogue: Catalogue, framework: Framework) -> None:
        self.catalogue = catalogue
        self.framework = framework
        self.site: Site = catalogue.site
        self.uuid = document_identifier(framework)
        changed = str(framework.record.get("dateModified") or framework.date_published or self.site.date)
        self.changed = date_time(changed)
        self.levels = {level.identifier: level for level in framework.levels}
        self.links = Links(framework, self.site)
        self.used_types: set[str] = set()

    def package(self) -> Json:
        items: list[Json] = []
        associations: list[Json] = []
        for place, competency in enumerate(self.catalogue.competencies.values(), 1):
            item = self._competency(competency)
            items.append(item)
            associations.append(self._child(item, None, place))
            for number, (indicator, position) in enumerate(positions(competency), 1):
                child = self._indicator(competency, indicator, position)
                items.append(child)
                associations.append(self._child(child, item, number))
                if indicator.level in self.levels:
                    associations.append(self._has_level(child, indicator.level))
        if self.levels:
            items_of_levels, associations_of_levels = self._levels(len(self.catalogue.competencies) + 1)
            items += items_of_levels
            associations += associations_of_levels
        # A relation that is written twice is one: its identity is what it says.
        associations += {entry["identifier"]: entry for entry in self._relations()}.values()
        return {
            "CFDocument": self.document(),
            "CFItems": items,
            "CFAssociations": associations,
            "CFDefinitions": self._definitions(),
        }

    def document(self) -> Json:
        framework = self.framework
        creator = ", ".join(person.name for person in framework.creator)
        return filled(
            {
                "identifier": self.uuid,
                "uri": self.links.document()["uri"],
                "creator": line(creator or self.site.author or self.site.title or framework.title),
                "title": line(framework.title),
                "lastChangeDateTime": self.changed,
                "officialSourceURL": self.site.url + "framework/" if self.site.url else "",
                "publisher": line(self.site.author or self.site.title),
                "description": framework.description.strip(),
                "language": framework.in_language,
                "version": framework.version,
                "caseVersion": "1.1",
                "statusStartDate": framework.date_published if is_date(framework.date_published) else "",
                "licenseURI": self.links.license(),
            }
        )

    def _competency(self, competency: Competency) -> Json:
        own = item_identifier(self.framework, competency.identifier)
        changed = competency.record.get("dateModified")
        return filled(
            {
                "identifier": own,
                "fullStatement": competency.full_statement.strip(),
                "abbreviatedStatement": line(competency.title),
                **self._type("Competency"),
                "uri": self.links.uri(competency_path(competency.identifier), own),
                "humanCodingScheme": competency.human_coding_scheme,
                "language": self.framework.in_language,
                "lastChangeDateTime": date_time(str(changed)) if changed else self.changed,
            }
        )

    def _indicator(self, competency: Competency, indicator: Indicator, position: int) -> Json:
        own = indicator_identifier(self.framework, competency.identifier, indicator, position)
        kind = indicator.type.capitalize() if indicator.type.capitalize() in _ITEM_TYPES else "Indicator"
        code = competency.human_coding_scheme and indicator.identifier
        level = self.levels.get(indicator.level)
        return filled(
            {
                "identifier": own,
                "fullStatement": indicator.statement.strip(),
                **self._type(kind),
                "uri": self.links.uri(f"{competency_path(competency.identifier)}#{own}", own),
                "humanCodingScheme": f"{competency.human_coding_scheme}.{indicator.identifier}"
                if code
                else "",
                "educationLevel": [line(level.title)] if level else [],
                "language": self.framework.in_language,
                "lastChangeDateTime": self.changed,
            }
        )

    def _levels(self, place: int) -> tuple[list[Json], list[Json]]:
        """The scale as the last child of the document, and the levels as its children."""
        scale = own_identifier(self.framework, "levels")
        titles = ", ".join(level.title for level in self.framework.levels)
        root = {
            "identifier": scale,
            "fullStatement": f"Levels: {titles}",
            "abbreviatedStatement": "Levels",
            **self._type("Level scale"),
            "uri": self.links.uri(f"framework/#{scale}", scale),
            "lastChangeDateTime": self.changed,
        }
        items: list[Json] = [root]
        associations = [self._child(root, None, place)]
        for number, level in enumerate(self.framework.levels, 1):
            own = level_identifier(self.framework, level.identifier)
            item = filled(
                {
                    "identifier": own,
                    "fullStatement": f"{level.title}. {level.description}".strip().rstrip(".") + ".",
                    "abbreviatedStatement": line(level.title),
                    **self._type("Level"),
                    "uri": self.links.uri(f"framework/#{own}", own),
                    "language": self.framework.in_language,
                    "lastChangeDateTime": self.changed,
                }
            )
            items.append(item)
            associations.append(self._child(item, root, number))
        return items, associations

    def _child(self, child: Json, parent: Json | None, number: int) -> Json:
        destination = self.links.item(parent) if parent else self.links.document()
        return self._association("isChildOf", self.links.item(child), destination, number=number)

    def _has_level(self, item: Json, level: str) -> Json:
        return self._association("hasSkillLevel", self.links.item(item), self.links.level(self.levels[level]))

    def _relations(self) -> Iterator[Json]:
        """Relations between competencies, then those to other frameworks, a group for each crosswalk."""
        competencies = self.catalogue.competencies
        for competency in competencies.values():
            for relation in competency.associations:
                if relation.target in competencies:
                    yield self._association(
                        relation.type,
                        self.links.competency(competency),
                        self.links.competency(competencies[relation.target]),
                        note=relation.note,
                    )
        for crosswalk in self.catalogue.crosswalks.values():
            for link in crosswalk.associations:
                if link.source in competencies:
                    yield self._association(
                        link.type,
                        self.links.competency(competencies[link.source]),
                        self.links.foreign(crosswalk, link),
                        note=link.note,
                        group=crosswalk,
                    )

    def _association(
        self,
        kind: str,
        origin: Json,
        destination: Json,
        number: int = 0,
        note: str = "",
        group: Crosswalk | None = None,
    ) -> Json:
        kind = kind if kind in ASSOCIATIONS else "ext:" + re.sub(r"[^A-Za-z0-9._-]", "-", kind)
        name = f"association/{kind}/{origin['identifier']}/{destination['identifier']}"
        own = own_identifier(self.framework, name)
        return filled(
            {
                "identifier": own,
                "associationType": kind,
                "sequenceNumber": number or None,
                "uri": self.links.in_package(own),
                "originNodeURI": origin,
                "destinationNodeURI": destination,
                "CFAssociationGroupingURI": self.links.grouping(group) if group else {},
                "notes": note.strip(),
                "lastChangeDateTime": self.changed,
            }
        )

    def _definitions(self) -> Json:
        types = [
            {
                **self.links.item_type(title),
                "description": description,
                "hierarchyCode": str(number),
                "lastChangeDateTime": self.changed,
            }
            for number, (title, description) in enumerate(_ITEM_TYPES.items(), 1)
            if title in self.used_types
        ]
        license_ = self.links.license()
        text = " ".join([license_.get("title", ""), *license_urls(self.framework.license)])
        licenses = [{**license_, "licenseText": text, "lastChangeDateTime": self.changed}]
        groupings = [
            filled(
                {
                    **self.links.grouping(crosswalk),
                    "description": line(
                        ". ".join(
                            filter(
                                None, (crosswalk.note, crosswalk.creator, crosswalk.url, crosswalk.license)
                            )
                        )
                    ),
                    "lastChangeDateTime": self.changed,
                }
            )
            for crosswalk in self.catalogue.crosswalks.values()
        ]
        return filled(
            {
                "CFItemTypes": types,
                "CFLicenses": licenses if license_ else [],
                "CFAssociationGroupings": groupings,
            }
        )

    def _type(self, title: str) -> Json:
        self.used_types.add(title)
        return {"CFItemType": title, "CFItemTypeURI": self.links.item_type(title)}
