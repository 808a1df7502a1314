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
    "missing": "404.html",
}
"""A page of each kind that the course has, by name: the path under the site."""
