"""Everything, linked: the value that the rooms after `link` ask and draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from oer_build.model.community import Call, Opportunity, Organisation, Wish
from oer_build.model.competencies import (
    Competency,
    CompetencyReference,
    Crosswalk,
    CrosswalkLink,
    Framework,
    Level,
    Role,
)
from oer_build.model.courses import Course, Module
from oer_build.model.gatherings import Event, Pack, Story
from oer_build.model.pages import Article, Asset, Site, Term
from oer_build.model.programmes import Programme


@dataclass(frozen=True, slots=True)
class Taught:
    """One competency taught by one module: a cell's content in every map and list."""

    module: str
    reference: CompetencyReference


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything, linked: each identifier in it resolves. Dictionaries keep the order of display."""

    site: Site
    framework: Framework | None
    competencies: Mapping[str, Competency]
    modules: Mapping[str, Module]
    courses: Mapping[str, Course]
    roles: Mapping[str, Role]
    crosswalks: Mapping[str, Crosswalk]
    terms: Mapping[str, Term]
    articles: Mapping[str, Article]
    assets: Mapping[str, Asset]
    """By URL path under the site."""
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    opportunities: Mapping[str, Opportunity] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    packs: Mapping[str, Pack] = field(default_factory=dict)
    stories: Mapping[str, Story] = field(default_factory=dict)
    calls: Mapping[str, Call] = field(default_factory=dict)
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    taught: Mapping[str, tuple[Taught, ...]] = field(default_factory=dict)
    """By competency: the modules that teach it, in the order of the modules, planned ones included."""
    courses_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By module: the courses that it is in."""
    required_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By module: the modules that require it directly."""
    roles_needing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By competency: the roles that need it."""
    crosswalk_of: Mapping[str, tuple[tuple[str, CrosswalkLink], ...]] = field(default_factory=dict)
    """By competency: pairs of crosswalk identifier and link."""
    programmes_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By module: the programmes with a session that teaches it."""
    practised_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By competency: the opportunities to practise it."""
    stories_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By competency: the stories that show it."""
    wishes_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By competency: the wishes that ask for it."""
    offered_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By organisation: the opportunities that it provides or hosts."""
    members_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By network or hub: the organisations that say that they belong to it."""

    @property
    def levels(self) -> tuple[Level, ...]:
        return self.framework.levels if self.framework else ()
