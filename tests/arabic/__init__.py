"""The test site from right to left: a small course in Arabic with one module in English (`course/`)."""

from __future__ import annotations

from pathlib import Path

COURSE = Path(__file__).parent / "course"
URL = "https://khidma.example/"
"""`site_url` of its mkdocs.yml."""
LETTER = "modules/clear-letter/"
"""A module in Arabic with every teaching block."""
LOG = "modules/reading-a-log/"
"""The module in English."""

KINDS: dict[str, str] = {
    "home": "",
    "framework": "framework/",
    "map": "map/",
    "competency": "competencies/plain-writing/",
    "module": LETTER,
    "teach": f"{LETTER}teach/",
    "slides": f"{LETTER}slides/",
    "handouts": f"{LETTER}handouts/",
    "english": LOG,
    "english-teach": f"{LOG}teach/",
    "planned": "modules/small-trial/",
    "course": "courses/first-steps/",
    "role": "roles/front-desk/",
    "self-assessment": "self-assessment/",
    "glossary": "glossary/",
    "catalogue": "catalogue/",
    "coverage": "coverage/",
    "licenses": "licenses/",
    "search": "search/",
    "all-pages": "search/all/",
    "my-learning": "my-learning/",
    "accessibility": "accessibility/",
    "article": "about/",
    "index": "roles/",
    "crosswalk": "crosswalks/office-skills/",
    "programmes": "programmes/",
    "programme": "programmes/desk-day/",
    "agenda": "programmes/desk-day/agenda/",
    "run-sheet": "programmes/desk-day/run-sheet/",
    "opportunities": "opportunities/",
    "opportunity": "opportunities/a-day-at-the-desk/",
    "english-opportunity": "opportunities/help-desk-shadowing/",
    "overlaps": "overlaps/",
    "organisations": "organisations/",
    "organisation": "organisations/licences-ministry/",
    "packs": "packs/",
    "pack": "packs/new-colleague/",
    "stories": "stories/",
    "story": "stories/a-sign-at-the-door/",
    "calendar": "calendar/",
    "taking-part": "taking-part/",
    "missing": "404.html",
}
"""A page of each kind, by name: the path under the site."""
