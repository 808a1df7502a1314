"""A small course with every kind of record and block. Its own words are Greek letters only: on its pages, a
word in Latin letters is the tool's."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

_SOURCE = """\
sources:
  - identifier: work
    title: Ένα έργο
    creator: Κάποιος
    publisher: Εκδότης
    datePublished: '2020'
    url: https://work.example/
    license: CC-BY-4.0
    supports: Όσα λέμε.
  - identifier: read
    title: Άλλο έργο
    creator: Κάποιος
    dateAccessed: '2026-11-22'
    url: https://work.example/b
    usageInfo: Ελεύθερο
    supports: Όσα λέμε.
"""
_MODULE = """\
license: CC-BY-SA-4.0
inLanguage: {language}
creator: [{{name: Η ομάδα}}]
version: 1.0.0
dateModified: 2026-11-20
reviewBy: 2027-11-20
creativeWorkStatus: {status}
owner: Η ομάδα
audience: [all, leaders]
learningResourceType: [lesson, exercise, quiz]
"""
_BODY = """\

## Η κατάσταση

Μία ερώτηση για [[listening@basic]], όπως λέει [[source:work]]. Δες [[module:reporting]].[^a]

[^a]: Μία σημείωση.

| Α | Β |
|---|---|
| α | β |

```text
αβγ
```

!!! note
    Κάτι.

/// objectives

- Να ρωτάς
- Να ακούς
///

/// keypoints

- Ρώτα
///

/// exercise | Πρώτη άσκηση
    time: PT10M
    grouping: pairs
    objective: 1

Κάνε κάτι.

//// answer

Έτσι.
////
///

/// discussion | Συζήτηση
    time: PT5M
    grouping: whole-group

Τι;
///

/// challenge | Πρόκληση
    time: PT20M
    grouping: small-group
    groupSize: 4-6
    presentBack: PT3M

Κάνε κάτι.

//// rubric

| Κριτήριο | Όχι | Ναι |
|---|---|---|
| Α | β | γ |
////
///

/// case | Μία περίπτωση
    country: PE

Έγινε κάτι. [[source:work]]
///

/// question | Ποιο;
    type: single-choice
    objective: 1

- [ ] Άλφα
    - Όχι.
- [x] Βήτα
    - Ναι.
///

/// question | Ποια;
    type: multiple-choice

- [x] Άλφα
    - Ναι.
- [x] Βήτα
    - Ναι.
- [ ] Γάμα
    - Όχι.
///

/// question | Αλήθεια;
    type: true-false

- [x] Έτσι
    - Ναι.
- [ ] Αλλιώς
    - Όχι.
///

/// question | Πώς;
    type: short-text

- [x] άλφα
    - Ναι.
- [ ] βήτα
    - Όχι.
///

/// question | Ταίρι;
    type: matching

- Άλφα => ένα
    - Ναι.
- Βήτα => δύο
    - Ναι.
- Γάμα => τρία
    - Ναι.
///

/// question | Σειρά;
    type: ordering

1. Άλφα
    - Ναι.
2. Βήτα
    - Ναι.
3. Γάμα
    - Ναι.
///

/// facilitator | Για τον δάσκαλο

Σιωπή.
///

/// plan | Μισή ώρα
    time: PT30M

- 10 min: Αρχή.
- 20 min: Άσκηση.
///
"""


def _module(title: str, rest: str, body: str = "", status: str = "published", language: str = "el") -> str:
    head = _MODULE.format(status=status, language=language)
    return f"---\ntitle: {title}\ndescription: Περί {title}.\n{rest}{head}{_SOURCE}---\n{body}"


FILES = {
    "competencies/framework.yml": """\
identifier: demo
title: Πλαίσιο
description: Ένα πλαίσιο.
version: '1.0'
license: CC-BY-SA-4.0
levels:
  - {identifier: basic, title: Βάση, description: Το ξέρει.}
  - {identifier: advanced, title: Κορυφή, description: Το οδηγεί.}
""",
    "competencies/listening.yml": """\
humanCodingScheme: Λ1
title: Ακρόαση
fullStatement: Όποιος ακούει ξέρει.
rationale: |
  ## Γιατί

  Επειδή. Δες [[writing]].
indicators:
  basic:
    - {identifier: a1, type: skill, statement: Ρωτάει.}
    - {identifier: a2, type: knowledge, statement: Ξέρει.}
    - {identifier: a3, type: attitude, statement: Θέλει.}
  advanced:
    - {type: skill, statement: Οδηγεί.}
associations:
  - {type: isRelatedTo, target: writing, note: Μαζί.}
  - {type: precedes, target: speaking}
""",
    "competencies/writing.yml": """\
humanCodingScheme: Λ2
title: Γραφή
fullStatement: Όποιος γράφει μένει.
indicators:
  advanced:
    - {type: skill, statement: Διορθώνει.}
""",
    "competencies/speaking.yml": "humanCodingScheme: Λ3\ntitle: Λόγος\nfullStatement: Όποιος μιλά πείθει.\n",
    "competencies/roles/adviser.yml": """\
title: Σύμβουλος
description: Συμβουλεύει.
competencyRequired:
  - {competency: listening, level: basic}
  - {competency: writing, level: advanced}
  - {competency: speaking, level: basic}
""",
    "competencies/crosswalks/other.yml": """\
identifier: other
title: Άλλο πλαίσιο
creator: Κάποιος
publisher: Εκδότης
datePublished: '2025'
url: https://other.example/
license: CC-BY-4.0
note: Δική μας ανάγνωση.
associations:
  - {source: listening, target: '1.1', targetTitle: Ώτα, targetUri: 'https://other.example/1',
     type: isRelatedTo, note: Κοντά.}
""",
    "content/index.md": "---\ntitle: Μάθημα\ndescription: Ένα μάθημα.\n---\n\nΚαλώς ήρθες.\n",
    "content/about.md": "---\ntitle: Εμείς\ndescription: Εμείς.\n---\n\n## Ένα\n\nΑ.\n\n## Δύο\n\nΑ.\n",
    "content/glossary.yml": "terms:\n  - {term: ερώτηση, definition: Ό τι ρωτάς., synonyms: [απορία]}\n",
    "content/modules/asking/index.md": _module(
        "Ερωτώ",
        "teaches:\n  - {competency: listening, level: basic, strength: assessed}\ntimeRequired: PT75M\n",
        _BODY,
    ),
    "content/modules/telling/index.md": _module(
        "Λέγω",
        "teaches:\n  - {competency: speaking, level: basic, strength: practised}\n"
        "competencyRequired:\n  - {competency: listening, level: basic}\n"
        "requires: [asking]\ntimeRequired: PT30M\n",
        "\nΛόγια.\n",
        "draft",
    ),
    "content/modules/older/index.md": _module(
        "Παλιό",
        "teaches:\n  - {competency: listening, level: advanced, strength: introduced}\ntimeRequired: PT30M\n",
        "\nΛόγια.\n",
        "retired",
    ),
    "content/modules/reporting/index.md": _module(
        "Αναφέρω",
        "teaches:\n  - {competency: writing, level: advanced, strength: introduced}\n"
        "requires: [asking]\ntimeRequired: PT45M\n",
        status="planned",
    ),
    "content/courses/demo/index.md": """\
---
title: Το μάθημα
description: Δύο ενότητες.
license: CC-BY-SA-4.0
inLanguage: el
creator: [{name: Η ομάδα}]
audience: [policy]
units:
  - {title: Ένα, modules: [asking, telling]}
  - {title: Δύο, modules: [reporting]}
---

Τι είναι.
""",
    "content/programmes/day/index.md": """\
---
title: Μία μέρα
description: Μία μέρα μαζί.
license: CC-BY-SA-4.0
timeRequired: PT105M
maximumAttendeeCapacity: 24
location: Μία αίθουσα
audience: [leaders]
inLanguage: el
creator: [{name: Η ομάδα}]
days:
  - title: Πρώτη
    number: 1
    sessions:
      - identifier: begin
        title: Αρχή
        start: "09:30"
        duration: PT75M
        format: workshop
        lead: Οδηγός
        module: asking
        room: Άλφα
        description: Αρχίζουμε.
        materials: [Χαρτί]
        steps: ["10 min: Καλώς ήρθατε.", "65 min: Άσκηση."]
        note: Ήρεμα.
      - identifier: rest
        title: Ανάσα
        start: "10:45"
        duration: PT15M
        format: break
        description: Νερό.
      - identifier: close
        title: Τέλος
        start: "11:00"
        duration: PT30M
        format: closing
        lead: Οδηγός
        room: Άλφα
        description: Τελειώνουμε.
---

Λόγια.

/// facilitator | Για εσάς

Λόγια.
///
""",
    "content/organisations/hub.yml": f"""\
title: Κόμβος
alternateName: [ΚΟΜ]
type: hub
description: Ένας κόμβος.
region: [GR]
url: https://hub.example
leadContact:
  role: Ομάδα
  url: https://hub.example/c
{_SOURCE}lastVerified: '2026-11-22'
""",
    "content/organisations/office.yml": f"""\
title: Γραφείο
type: department
description: Ένα γραφείο.
memberOf: [hub]
leadContact:
  role: Ομάδα
{_SOURCE}lastVerified: '2026-11-22'
""",
    "content/calls.yml": """\
calls:
  - identifier: review
    kind: review
    title: Διάβασε
    description: Διάβασε και πες.
    file: content/reviews/x.md
    template: |
      Άλφα
""",
    "content/calendar.yml": f"""\
events:
  - identifier: march
    title: Μάρτιος
    description: Μία μέρα.
    category: inclusion
    schedule: {{repeatFrequency: P1Y, byMonth: 3, byMonthDay: 8}}
    organizer: Κάποιος
    url: https://day.example
    competencies: [{{competency: listening, level: basic}}]
{indent(_SOURCE, "    ")}""",
    "content/wishes.yml": """\
wishes:
  - identifier: more
    topic: Κι άλλα
    description: Κι άλλα.
    count: 3
    asked: Μία φορά
    competencies: [{competency: listening, level: basic, note: Κάτι.}]
    modules: [asking]
""",
    "content/packs/starter/index.md": """\
---
title: Δέμα
description: Ένα δέμα.
license: CC-BY-SA-4.0
modules: [asking]
opportunities: [one]
programmes: [day]
audience: [all]
inLanguage: el
creator: [{name: Η ομάδα}]
---

Λόγια.
""",
}
FILES["content/stories/tax.md"] = f"""\
---
title: Φόρος
description: Ένας φόρος.
license: CC-BY-SA-4.0
region: [AL]
temporalCoverage: '2022'
competencies: [{{competency: listening, level: basic, note: Δείχνει.}}]
modules: [asking]
organisations: [hub]
inLanguage: el
creator: [{{name: Η ομάδα}}]
{_SOURCE}---

Έγινε κάτι. [[source:work]]
"""
for _name, _title, _stage, _more in (
    (
        "one",
        "Πρώτη",
        "live",
        "relations: [{type: complements, target: two, reason: Έτσι., saidBy: Κόμβος}]\n",
    ),
    ("two", "Δεύτερη", "pilot", ""),
    ("three", "Τρίτη", "planned", "duration: P6M\nstartDate: '2027-01-01'\nendDate: '2027-06-30'\n"),
):
    FILES[f"content/opportunities/{_name}.md"] = f"""\
---
title: {_title}
description: Μία ευκαιρία.
kind: [mentoring]
stage: {_stage}
provider: [hub]
host: [office]
direction: within-government
audience: [civil-servants]
eligibility: Όλοι.
grades: [all]
region: [GR]
competencies: [{{competency: listening, level: basic, note: Κάτι.}}]
howToApply: Γράψε.
{_more}{_SOURCE}lastVerified: '2026-11-22'
---

Λόγια. [[source:work]]
"""

SETTINGS = """\
site_name: Ακαδημία
site_description: Ένα μάθημα.
site_author: Η ομάδα
site_url: https://academy.example/
repo_url: https://code.example/academy
repo_name: Πηγή
edit_uri: edit/main/content/
docs_dir: content
theme:
  name: material
  language: {language}
  font: false
  palette:
    - {{scheme: default, toggle: {{icon: material/weather-night, name: Σκούρο}}}}
    - {{scheme: slate, toggle: {{icon: material/weather-sunny, name: Ανοιχτό}}}}
plugins:
  - oer: {{license: CC-BY-SA-4.0, offline: true, cache: false, contact: accessibility@academy.example}}
"""


def write(root: Path, language: str) -> None:
    """The course as a project, in a folder, with its interface in a language."""
    for name, text in {**FILES, "mkdocs.yml": SETTINGS.format(language=language)}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
