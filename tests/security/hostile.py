"""A course by an enemy: every word that an author may choose holds markup, template code and a formula.

Titles may be about HTML, so `oer check` finds no error in it, and everything must be shown as text.
The records are plain data; `bad("place")` is a hostile text that names its place.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ATTACK = (
    "</script><script>alert(1)</script></title></textarea><img src=x onerror=alert(1)>"
    '" onload="alert(1)" \' onclick=\'alert(1) ]]> --> {{ 7*7 }} {% raw %} {#'
)
"""Ends every kind of element, attribute and comment that it may stand in, and begins its own."""
CODE = f"``{ATTACK}``"
"""The same in Markdown, where it must be written as code."""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
URL = "https://example.org/a?b=%22%3E&c='*'"


def bad(place: str) -> str:
    return f"=1+1 {place} {ATTACK}"


def person(place: str) -> dict[str, Any]:
    return {"name": bad(place), "orcid": "0000-0002-1825-0097", "roles": ["software"]}


def work(place: str, **more: Any) -> dict[str, Any]:
    return {
        "identifier": f"{place}-source",
        "title": bad(f"{place} source title"),
        "creator": bad(f"{place} source creator"),
        "publisher": bad(f"{place} source publisher"),
        "datePublished": "2020",
        "url": URL,
        "usageInfo": bad(f"{place} source usage"),
        "supports": bad(f"{place} source claim"),
        **more,
    }


FRAMEWORK = {
    "identifier": "hostile",
    "title": bad("framework title"),
    "version": bad("framework version"),
    "license": "CC-BY-SA-4.0",
    "description": bad("framework description"),
    "inLanguage": "en",
    "datePublished": "2026",
    "levels": [{"identifier": "basic", "title": bad("level title"), "description": bad("level description")}],
    "creator": [person("framework creator")],
    "sources": [work("framework")],
}
COMPETENCY = {
    "identifier": "listening",
    "humanCodingScheme": bad("competency code"),
    "title": bad("competency title"),
    "fullStatement": bad("competency statement"),
    "rationale": f"## Why {CODE}\n\nA {CODE}\n",
    "indicators": {
        "basic": [{"identifier": "a", "type": "skill", "statement": bad("indicator statement")}],
    },
    "associations": [{"type": "precedes", "target": "writing", "note": bad("association note")}],
    "sources": [work("competency")],
}
OTHER = {"title": bad("other competency title"), "fullStatement": bad("other competency statement")}
ROLE = {
    "identifier": "adviser",
    "title": bad("role title"),
    "description": bad("role description"),
    "competencyRequired": [{"competency": "listening", "level": "basic", "note": bad("role note")}],
}
CROSSWALK = {
    "identifier": "theirs",
    "title": bad("crosswalk title"),
    "creator": bad("crosswalk creator"),
    "publisher": bad("crosswalk publisher"),
    "datePublished": "2020",
    "url": URL,
    "license": "CC-BY-4.0",
    "note": bad("crosswalk note"),
    "associations": [
        {
            "source": "listening",
            "target": bad("crosswalk target"),
            "targetTitle": bad("crosswalk target title"),
            "targetUri": URL,
            "type": "isRelatedTo",
            "note": bad("crosswalk association note"),
        }
    ],
}
GLOSSARY = {
    "terms": [
        {
            "term": bad("term"),
            "identifier": "term",
            "definition": f"Means {CODE}.",
            "synonyms": [bad("synonym"), "open question"],
        }
    ]
}
MODULE = {
    "identifier": "asking",
    "title": bad("module title"),
    "description": bad("module description"),
    "teaches": [
        {"competency": "listening", "level": "basic", "strength": "practised", "note": bad("taught note")}
    ],
    "competencyRequired": [{"competency": "writing", "level": "basic", "note": bad("required note")}],
    "requires": ["first"],
    "timeRequired": "PT30M",
    "variants": {"PT10M": bad("variant")},
    "learningResourceType": ["lesson"],
    "audience": ["adviser"],
    "keywords": [bad("keyword")],
    "inLanguage": "en",
    "license": "CC-BY-SA-4.0",
    "creator": [person("module creator")],
    "isBasedOn": [
        work("based", license="CC-BY-4.0", revision=bad("based revision"), changes=bad("based changes"))
    ],
    "sources": [work("module")],
    "creativeWorkStatus": "published",
    "version": bad("module version"),
    "dateModified": "2026-01-02",
    "reviewBy": "2027-01-02",
    "owner": bad("module owner"),
}
FIRST = {
    key: MODULE[key] for key in ("title", "description", "teaches", "timeRequired", "license", "creator")
}
COURSE = {
    "identifier": "demo",
    "title": bad("course title"),
    "description": bad("course description"),
    "license": "CC-BY-SA-4.0",
    "units": [
        {
            "title": bad("unit title"),
            "description": bad("unit description"),
            "modules": ["first", "asking"],
        }
    ],
    "audience": ["adviser"],
    "inLanguage": "en",
    "creator": [person("course creator")],
    "sources": [work("course")],
    "version": bad("course version"),
    "dateModified": "2026-01-02",
}
PROGRAMME = {
    "identifier": "workshop",
    "title": bad("programme title"),
    "description": bad("programme description"),
    "license": "CC-BY-SA-4.0",
    "timeRequired": "PT30M",
    "startDate": "2027-03-08",
    "maximumAttendeeCapacity": 8,
    "location": bad("programme place"),
    "days": [
        {
            "title": bad("day title"),
            "number": 1,
            "description": bad("day description"),
            "sessions": [
                {
                    "identifier": "opening",
                    "title": bad("session title"),
                    "start": "09:00",
                    "duration": "PT30M",
                    "format": "workshop",
                    "lead": bad("session lead"),
                    "module": "asking",
                    "room": bad("session room"),
                    "track": "one",
                    "description": bad("session description"),
                    "materials": [bad("session material")],
                    "steps": [f"30 min: {bad('session step')}"],
                    "note": bad("session note"),
                }
            ],
        }
    ],
    "audience": ["adviser"],
    "inLanguage": "en",
    "creator": [person("programme creator")],
    "sources": [work("programme")],
    "version": bad("programme version"),
    "dateModified": "2026-01-02",
}
CALENDAR = {
    "events": [
        {
            "identifier": "march",
            "title": bad("event title"),
            "description": f"A day of {CODE}.",
            "category": "inclusion",
            "schedule": {"repeatFrequency": "P1Y", "byMonth": 3, "byMonthDay": 8},
            "organizer": bad("event organiser"),
            "url": URL,
            "competencies": [{"competency": "listening", "level": "basic", "note": bad("event note")}],
            "sources": [work("event")],
        },
        {
            "identifier": "month",
            "title": bad("monthly title"),
            "description": f"An hour of {CODE}.",
            "category": "learning",
            "schedule": {"repeatFrequency": "P1M", "byMonthWeek": 2, "byDay": "Tuesday"},
        },
    ]
}
OPPORTUNITY = {
    "identifier": "mentors",
    "title": bad("opportunity title"),
    "description": bad("opportunity description"),
    "kind": ["mentoring"],
    "stage": "pilot",
    "provider": ["hub"],
    "host": ["hub"],
    "direction": "both",
    "audience": ["all"],
    "eligibility": bad("eligibility"),
    "grades": ["below-senior"],
    "region": ["KE", "GB-SCT"],
    "competencies": [{"competency": "listening", "level": "basic", "note": bad("practice note")}],
    "duration": "P6M",
    "startDate": "2026",
    "endDate": "2027",
    "howToApply": bad("how to apply"),
    "url": URL,
    "relations": [
        {
            "type": "complements",
            "target": "exchange",
            "reason": bad("relation reason"),
            "saidBy": bad("relation voice"),
            "source": "opportunity-source",
        }
    ],
    "keywords": [bad("opportunity keyword")],
    "inLanguage": "en",
    "sources": [work("opportunity")],
    "lastVerified": "2026-11-22",
}
EXCHANGE = {
    key: OPPORTUNITY[key] for key in ("title", "description", "stage", "sources", "lastVerified", "host")
} | {"kind": ["shadowing"], "audience": ["all"], "competencies": [{"competency": "listening"}]}
ORGANISATION = {
    "identifier": "hub",
    "title": bad("organisation title"),
    "alternateName": [bad("organisation other name")],
    "type": "hub",
    "description": bad("organisation description"),
    "region": ["KE"],
    "url": URL,
    "leadContact": {"role": bad("contact role"), "email": "hub@example.org", "url": URL},
    "memberOf": ["network"],
    "partners": ["network"],
    "purpose": bad("purpose"),
    "objectives": [bad("objective")],
    "facilities": [bad("facility")],
    "offers": [bad("offer")],
    "keywords": [bad("organisation keyword")],
    "sources": [work("organisation")],
    "lastVerified": "2026-11-22",
}
NETWORK = {
    key: ORGANISATION[key]
    for key in ("title", "type", "description", "leadContact", "sources", "lastVerified")
}
PACK = {
    "identifier": "starter",
    "title": bad("pack title"),
    "description": bad("pack description"),
    "license": "CC-BY-SA-4.0",
    "modules": ["first", "asking"],
    "handouts": ["../../modules/asking/picture.svg"],
    "opportunities": ["mentors"],
    "programmes": ["workshop"],
    "audience": ["adviser"],
    "inLanguage": "en",
    "creator": [person("pack creator")],
    "sources": [work("pack")],
    "version": bad("pack version"),
    "dateModified": "2026-01-02",
}
STORY = {
    "identifier": "tax",
    "title": bad("story title"),
    "description": bad("story description"),
    "license": "CC-BY-SA-4.0",
    "region": ["EE"],
    "temporalCoverage": bad("story time"),
    "competencies": [{"competency": "listening", "level": "basic", "note": bad("story note")}],
    "modules": ["asking"],
    "organisations": ["hub"],
    "inLanguage": "en",
    "creator": [person("story creator")],
    "sources": [work("story")],
    "dateModified": "2026-01-02",
}
CALLS = {
    "calls": [
        {
            "identifier": "review",
            "kind": "review",
            "title": bad("call title"),
            "description": f"Who can {CODE}.",
            "file": bad("call file"),
            "template": bad("call template") + "\n</textarea>\n",
            "shownOn": ["modules", "opportunities/mentors"],
            "closes": "2027-01-31",
        }
    ]
}
WISHES = {
    "wishes": [
        {
            "identifier": "hub",
            "topic": bad("wish topic"),
            "description": f"More of {CODE}.",
            "count": 3,
            "asked": bad("wish asked"),
            "competencies": [{"competency": "listening", "note": bad("wish note")}],
            "modules": ["asking"],
            "sources": [work("wish")],
        }
    ]
}
ARTICLE = {
    "title": bad("article title"),
    "description": bad("article description"),
    "inLanguage": "en",
    "license": "CC-BY-SA-4.0",
}
RECORDS: dict[str, tuple[str, dict[str, Any]]] = {
    "framework": ("competencies/framework.yml", FRAMEWORK),
    "competency": ("competencies/listening.yml", COMPETENCY),
    "role": ("competencies/roles/adviser.yml", ROLE),
    "crosswalk": ("competencies/crosswalks/theirs.yml", CROSSWALK),
    "glossary": ("content/glossary.yml", GLOSSARY),
    "module": ("content/modules/asking/index.md", MODULE),
    "course": ("content/courses/demo/index.md", COURSE),
    "programme": ("content/programmes/workshop/index.md", PROGRAMME),
    "calendar": ("content/calendar.yml", CALENDAR),
    "opportunity": ("content/opportunities/mentors.md", OPPORTUNITY),
    "organisation": ("content/organisations/hub.yml", ORGANISATION),
    "pack": ("content/packs/starter/index.md", PACK),
    "story": ("content/stories/tax.md", STORY),
    "calls": ("content/calls.yml", CALLS),
    "wishes": ("content/wishes.yml", WISHES),
    "article": ("content/page.md", ARTICLE),
}
"""Of each kind of record one file, in which every key is used."""

TEXT = f"""\
## A heading {CODE}

Words {{{{ config }}}} {{% include "main.html" %}} of an open question, [[listening@basic]],
[[source:module-source]].[^1]
\\<script>alert(1)\\</script> &lt;script&gt; &#x3c;script>
and [a "link"]({URL} "'>\\"&lt;title"){{title="'{{}}'}}.

![{ATTACK.replace("]", "").replace("<", "&lt;")}](picture.svg)

| {CODE} |
|---|
| {CODE} |

*[Words]: {ATTACK}

[^1]: A note {CODE}.

```{{.html}}
{ATTACK}
```

/// objectives

- {CODE}
///

/// question | Which {CODE}?
    type: single-choice
    objective: 1

- [ ] {CODE}
    - No: {CODE}
- [x] right {CODE}
    - Yes: {CODE}
///

/// facilitator | Notes {CODE}

{CODE}
///

/// plan | Half an hour {CODE}
    time: PT30M

- 30 min: {CODE}
///
"""
LICENCE = f"SPDX-FileCopyrightText: 2026 {bad('asset holder')}\nSPDX-License-Identifier: CC-BY-SA-4.0\n"
SETTINGS = """\
site_name: Hostile
site_url: https://demo.example/
repo_url: https://git.example/course
edit_uri: edit/main/content/
docs_dir: content
theme: {name: material, language: en, font: false}
plugins: [oer: {license: CC-BY-SA-4.0}]
"""


def page(record: dict[str, Any], text: str = "") -> str:
    """A Markdown file; its front matter is JSON, which is YAML."""
    return f"---\n{json.dumps(record, ensure_ascii=False, indent=0)}\n---\n\n{text}"


def files() -> dict[str, str]:
    made = {
        "mkdocs.yml": SETTINGS,
        "competencies/writing.yml": json.dumps(OTHER),
        "content/opportunities/exchange.md": page(EXCHANGE),
        "content/organisations/network.yml": json.dumps(NETWORK),
        "content/modules/first/index.md": page(FIRST, f"## The situation\n\n{CODE}\n"),
        "content/modules/asking/picture.svg": PICTURE,
        "content/modules/asking/picture.svg.license": LICENCE,
    }
    for path, record in RECORDS.values():
        text = TEXT if "modules/" in path else f"## A part {CODE}\n\nSome {CODE} of {{{{ config }}}}.\n"
        made[path] = page(record, text) if path.endswith(".md") else json.dumps(record, indent=0)
    return made


def write(root: Path, changes: dict[str, str] | None = None) -> Path:
    """The hostile course in a folder, with files replaced or added."""
    for name, text in (files() | (changes or {})).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
