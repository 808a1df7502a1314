"""One page of each kind that this repository's site has: what tests open and screenshots show."""

from __future__ import annotations

WRITTEN = "finding-out-what-people-need"
PLANNED = "privacy-by-design"
COURSE = "public-service-in-the-digital-era"

KINDS: dict[str, str] = {
    "home": "",
    "framework": "framework/",
    "map": "map/",
    "competency": "competencies/users/",
    "module": f"modules/{WRITTEN}/",
    "teach": f"modules/{WRITTEN}/teach/",
    "slides": f"modules/{WRITTEN}/slides/",
    "handouts": f"modules/{WRITTEN}/handouts/",
    "planned": f"modules/{PLANNED}/",
    "course": f"courses/{COURSE}/",
    "role": "roles/policy-adviser/",
    "self-assessment": "self-assessment/",
    "glossary": "glossary/",
    "catalogue": "catalogue/",
    "coverage": "coverage/",
    "licenses": "licenses/",
    "search": "search/",
    "my-learning": "my-learning/",
    "article": "about/",
    "doors": "contribute/",
    "documentation": "docs/",
    "missing": "404.html",
}
"""By name: the path under the site."""

PICTURED = ("home", "map", "competency", "module", "course", "coverage")
"""The pages of which people look at pictures before a release."""
