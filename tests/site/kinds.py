"""One page of each kind that this repository's site has: what tests open and screenshots show."""

from __future__ import annotations

WRITTEN = "finding-out-what-people-need"
COURSE = "public-service-in-the-digital-era"

KINDS: dict[str, str] = {
    "home": "",
    "framework": "framework/",
    "map": "map/",
    "competencies": "competencies/",
    "competency": "competencies/users/",
    "crosswalk": "crosswalks/digcomp-3/",
    "module": f"modules/{WRITTEN}/",
    "teach": f"modules/{WRITTEN}/teach/",
    "slides": f"modules/{WRITTEN}/slides/",
    "handouts": f"modules/{WRITTEN}/handouts/",
    "course": f"courses/{COURSE}/",
    "role": "roles/policy-adviser/",
    "self-assessment": "self-assessment/",
    "glossary": "glossary/",
    "catalogue": "catalogue/",
    "coverage": "coverage/",
    "licenses": "licenses/",
    "accessibility": "accessibility/",
    "search": "search/",
    "all-pages": "search/all/",
    "my-learning": "my-learning/",
    "article": "about/",
    "doors": "contribute/",
    "documentation": "docs/",
    "missing": "404.html",
    "programmes": "programmes/",
    "programme": "programmes/directors-residential/",
    "agenda": "programmes/directors-residential/agenda/",
    "run-sheet": "programmes/directors-residential/run-sheet/",
    "opportunities": "opportunities/",
    "opportunity": "opportunities/stem-futures/",
    "overlaps": "overlaps/",
    "organisations": "organisations/",
    "organisation": "organisations/government-science-and-engineering-profession/",
    "packs": "packs/",
    "pack": "packs/returners/",
    "stories": "stories/",
    "story": "stories/albania-closing-the-counters/",
    "calendar": "calendar/",
    "taking-part": "taking-part/",
}
"""By name: the path under the site."""

PICTURED = ("home", "map", "competency", "module", "course", "coverage")
"""The pages of which people look at pictures before a release."""
