"""Every work that the site uses, by the way it is used: adapted, included, cited, or mapped to. Titles and
credits only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from oer_build.model import Asset, Catalogue, Crosswalk, Work


class _Citing(Protocol):
    @property
    def identifier(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def sources(self) -> tuple[Work, ...]: ...


@dataclass(frozen=True, slots=True)
class Use:
    """A place that uses a work: the title of the page and its path under the site."""

    title: str
    path: str
    note: str = ""
    """What was changed (of an adapted work), or what the work supports (of a cited one)."""


@dataclass(frozen=True, slots=True)
class UsedWork:
    """A work with what is needed to credit it, and everywhere it is used."""

    title: str
    creator: str
    publisher: str
    date_published: str
    url: str
    license: str
    usage_info: str
    used_in: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Works:
    """The works of a catalogue, each group by title."""

    adapted: tuple[UsedWork, ...]
    included: tuple[UsedWork, ...]
    cited: tuple[UsedWork, ...]
    frameworks: tuple[UsedWork, ...]

    @property
    def all(self) -> tuple[UsedWork, ...]:
        return self.adapted + self.included + self.cited + self.frameworks


def works_used(catalogue: Catalogue) -> Works:
    """Every work that is adapted (`isBasedOn`), included (files), cited (`sources`) or mapped to
    (crosswalks).

    A work that several records name is listed once where they give it the same address (or, without an
    address, the same title and creator) and the same licence.
    """
    adapted = [
        (work, Use(module.title, f"modules/{module.identifier}/", work.changes))
        for module in catalogue.modules.values()
        for work in module.is_based_on
    ]
    return Works(
        adapted=_merged(adapted),
        included=tuple(
            _included(asset, catalogue) for asset in sorted(catalogue.assets.values(), key=lambda a: a.path)
        ),
        cited=_merged(list(_cited(catalogue))),
        frameworks=_merged(
            [
                (_as_work(crosswalk), Use(crosswalk.title, f"crosswalks/{crosswalk.identifier}/"))
                for crosswalk in catalogue.crosswalks.values()
            ]
        ),
    )


def _cited(catalogue: Catalogue) -> Iterator[tuple[Work, Use]]:
    if catalogue.framework:
        for work in catalogue.framework.sources:
            yield work, Use(catalogue.framework.title, "framework/", work.supports)
    for competency in catalogue.competencies.values():
        for work in competency.sources:
            yield work, Use(competency.title, f"competencies/{competency.identifier}/", work.supports)
    for module in catalogue.modules.values():
        for work in module.sources:
            yield work, Use(module.title, f"modules/{module.identifier}/", work.supports)
    kinds: dict[str, Mapping[str, _Citing]] = {
        "courses/": catalogue.courses,
        "programmes/": catalogue.programmes,
        "opportunities/": catalogue.opportunities,
        "organisations/": catalogue.organisations,
        "packs/": catalogue.packs,
        "stories/": catalogue.stories,
    }
    for folder, records in kinds.items():
        for record in records.values():
            for work in record.sources:
                yield work, Use(record.title, f"{folder}{record.identifier}/", work.supports)
    for event in catalogue.events.values():
        for work in event.sources:
            yield work, Use(event.title, f"calendar/#{event.identifier}", work.supports)
    for wish in catalogue.wishes.values():
        for work in wish.sources:
            yield work, Use(wish.topic, f"taking-part/#wish-{wish.identifier}", work.supports)


def _as_work(crosswalk: Crosswalk) -> Work:
    return Work(
        title=crosswalk.title,
        creator=crosswalk.creator or crosswalk.publisher,
        span=crosswalk.span,
        publisher=crosswalk.publisher,
        date_published=crosswalk.date_published,
        url=crosswalk.url,
        license=crosswalk.license,
    )


def _included(asset: Asset, catalogue: Catalogue) -> UsedWork:
    kind, _, rest = asset.path.partition("/")
    owners: Mapping[str, Mapping[str, _Citing]] = {
        "modules": catalogue.modules,
        "programmes": catalogue.programmes,
        "packs": catalogue.packs,
    }
    owner = owners.get(kind, {}).get(rest.partition("/")[0])
    use = (Use(owner.title, f"{kind}/{owner.identifier}/"),) if owner else ()
    name = asset.path.rpartition("/")[2]
    return UsedWork(name, asset.copyright, "", "", asset.path, asset.license, "", use)


def _merged(uses: list[tuple[Work, Use]]) -> tuple[UsedWork, ...]:
    works: dict[tuple[str, str, str], Work] = {}
    places: dict[tuple[str, str, str], dict[Use, None]] = {}
    for work, use in uses:
        key = (work.url or work.title.casefold(), "" if work.url else work.creator.casefold(), work.license)
        works.setdefault(key, work)
        places.setdefault(key, {})[use] = None
    merged = [
        UsedWork(
            work.title,
            work.creator,
            work.publisher,
            work.date_published,
            work.url,
            work.license,
            work.usage_info,
            tuple(places[key]),
        )
        for key, work in works.items()
    ]
    return tuple(sorted(merged, key=lambda work: (work.title.casefold(), work.url, work.license)))
