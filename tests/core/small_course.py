"""A small real course to change in tests: two competencies, two levels, two modules, one course, one role."""

from __future__ import annotations

from pathlib import Path

from oer_build.compile import Compilation, compile_site
from oer_build.model import Site
from oer_build.project import Project

FILES = {
    "competencies/framework.yml": """\
identifier: demo
title: Demo framework
version: '1.0'
license: CC-BY-SA-4.0
levels:
  - {identifier: basic, title: Basic, description: Knows it.}
  - {identifier: advanced, title: Advanced, description: Leads it.}
""",
    "competencies/listening.yml": """\
humanCodingScheme: L1
title: Listening
fullStatement: A public servant who listens can say what people need.
rationale: |
  ## Background

  People know their own lives. See [[writing]].
indicators:
  basic:
    - {type: skill, statement: Asks open questions.}
associations:
  - {type: isRelatedTo, target: writing, note: What is heard is written down.}
""",
    "competencies/writing.yml": """\
humanCodingScheme: L2
title: Writing
fullStatement: A public servant who writes plainly is understood.
indicators:
  advanced:
    - {type: skill, statement: Edits the work of others.}
""",
    "competencies/roles/adviser.yml": """\
title: Adviser
description: Gives advice.
competencyRequired:
  - {competency: listening, level: basic}
  - {competency: writing, level: advanced}
""",
    "content/index.md": "---\ntitle: A demo course\ndescription: A demo.\n---\n\nWelcome.\n",
    "content/glossary.yml": """\
terms:
  - {term: open question, definition: A question that cannot be answered with yes or no.}
""",
    "content/modules/asking/index.md": """\
---
title: Asking
description: How to ask.
teaches:
  - {competency: listening, level: basic, strength: practised}
timeRequired: PT30M
license: CC-BY-SA-4.0
inLanguage: en
creator: [{name: The demo team}]
creativeWorkStatus: published
sources:
  - identifier: guide
    title: A guide
    creator: A ministry
    datePublished: "2020"
    url: https://example.org/guide
    license: CC-BY-4.0
---

## The situation

You ask an open question of [[listening@basic]] as [[source:guide]] says.

/// objectives

- Ask an open question.
///

/// question | Which question is open?
    type: single-choice
    objective: 1

- [ ] Do you like it?
    - Yes or no answers it.
- [x] What happened next?
    - It invites a story.
///

/// facilitator | Notes

SECRET-FOR-TEACHERS keep quiet for ten seconds.
///

/// plan | Half an hour
    time: PT30M

- 10 min: Open.
- 20 min: Practise.
///
""",
    "content/modules/reporting/index.md": """\
---
title: Reporting
description: How to report.
teaches:
  - {competency: writing, level: advanced, strength: introduced}
requires: [asking]
timeRequired: PT45M
license: CC-BY-SA-4.0
inLanguage: en
creator: [{name: The demo team}]
creativeWorkStatus: planned
---
""",
    "content/courses/demo/index.md": """\
---
title: The demo course
description: Two modules.
license: CC-BY-SA-4.0
inLanguage: en
creator: [{name: The demo team}]
units:
  - {title: One, modules: [asking, reporting]}
---

What it is.
""",
}


def write(root: Path, changes: dict[str, str | None] | None = None) -> Project:
    """Write the course into `root` with files replaced, added or (None) left out."""
    for name, text in (FILES | (changes or {})).items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return Project(root=root, site=Site("Demo", "CC-BY-SA-4.0", url="https://demo.example/"))


def compiled(root: Path, changes: dict[str, str | None] | None = None) -> Compilation:
    return compile_site(write(root, changes))
