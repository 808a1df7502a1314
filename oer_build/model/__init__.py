"""The linked course as frozen values: what the other rooms speak of. No input or output, no pydantic, no
HTML.

Attribute names are the standards' words in Python spelling: schema.org/LRMI `timeRequired` is
`time_required`, 1EdTech CASE `humanCodingScheme` is `human_coding_scheme`. Identifiers are paths: competency
`users` is `competencies/users.yml` and is published at `competencies/users/`.
"""

from oer_build.model.catalogue import Catalogue, Taught
from oer_build.model.community import Call, Contact, Opportunity, Organisation, Relation, Wish
from oer_build.model.competencies import (
    STRENGTHS,
    Association,
    Competency,
    CompetencyReference,
    Crosswalk,
    CrosswalkLink,
    Framework,
    Indicator,
    Level,
    Role,
    Strength,
)
from oer_build.model.courses import Course, Module, Status, Unit
from oer_build.model.gatherings import Event, Pack, Schedule, Story
from oer_build.model.pages import Article, Asset, Audit, Finding, ManualTest, Site, Term
from oer_build.model.parts import Duration, Person, Reference, Work
from oer_build.model.programmes import PAUSES, Day, Programme, Session, Step

__all__ = [
    "PAUSES",
    "STRENGTHS",
    "Article",
    "Asset",
    "Association",
    "Audit",
    "Call",
    "Catalogue",
    "Competency",
    "CompetencyReference",
    "Contact",
    "Course",
    "Crosswalk",
    "CrosswalkLink",
    "Day",
    "Duration",
    "Event",
    "Finding",
    "Framework",
    "Indicator",
    "Level",
    "ManualTest",
    "Module",
    "Opportunity",
    "Organisation",
    "Pack",
    "Person",
    "Programme",
    "Reference",
    "Relation",
    "Role",
    "Schedule",
    "Session",
    "Site",
    "Status",
    "Step",
    "Story",
    "Strength",
    "Taught",
    "Term",
    "Unit",
    "Wish",
    "Work",
]
