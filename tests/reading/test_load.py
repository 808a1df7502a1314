"""Files to values: every key of a record arrives in the model, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from oer_build import model
from oer_build.diagnostics import Span
from oer_build.load.headings import first_heading
from tests.reading.projects import loaded, said

FRAMEWORK = """\
identifier: small
title: A small framework
version: 1.10
license: CC-BY-4.0
description: >-
  For
  small things.
inLanguage: en-GB
datePublished: 2026
levels:
  - {identifier: awareness, title: Awareness, description: Knows.}
  - {identifier: working, title: Working}
creator: [{name: A team, ror: https://ror.org/05dxps055, roles: [methodology]}]
sources:
  - {identifier: s, title: T, creator: C, publisher: P, datePublished: 2020-05,
     url: "https://example.org/", usageInfo: Ask., supports: All.}
"""
COMPETENCY = """\
# A comment first
identifier: users
humanCodingScheme: C1
title: Users
fullStatement: >
  Can ask
  and listen.
rationale: |
  ## Background

  Text.
indicators:
  working:
    - {identifier: w1, type: skill, statement: Asks.}
  awareness:
    - {statement: Knows.}
associations:
  - {type: precedes, target: data, note: First ask.}
"""
MODULE = """\
---
title: Asking
description: How to ask.
teaches:
  - {competency: users, level: working, strength: assessed, note: By hand.}
  - competency: data
competencyRequired:
  - {competency: users, level: awareness}
requires: [listening]
timeRequired: PT1H15M
variants:
  PT20M: Read
    and do.
learningResourceType: [lesson]
audience: [policy]
inLanguage: en
license: CC-BY-SA-4.0
creator: [{name: A person, orcid: 0000-0002-1825-0097, roles: [writing-original-draft]}]
isBasedOn:
  - {title: B, creator: C, license: CC-BY-4.0, revision: 2.10, changes: Shortened.}
creativeWorkStatus: reviewed
version: 1.0
dateModified: 2026-11-21
reviewBy: 2027-11
owner: The team
keywords: [interviews, 2026]
---

## The situation
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return tmp_path


def test_a_framework(course: Path) -> None:
    result, report = loaded(course, {"competencies/framework.yml": FRAMEWORK})
    assert said(report) == []
    file = "competencies/framework.yml"
    framework = result.framework
    assert framework is not None
    assert framework.record["levels"][1] == {"identifier": "working", "title": "Working"}
    assert framework == model.Framework(
        identifier="small",
        title="A small framework",
        version="1.10",
        license="CC-BY-4.0",
        span=Span(file, 1, 1),
        description="For small things.",
        in_language="en-GB",
        date_published="2026",
        levels=(
            model.Level("awareness", "Awareness", "Knows.", 0),
            model.Level("working", "Working", "", 1),
        ),
        creator=(model.Person("A team", ror="https://ror.org/05dxps055", roles=("methodology",)),),
        sources=(
            model.Work(
                "T",
                "C",
                Span(file, 15, 5),
                "s",
                "P",
                "2020-05",
                url="https://example.org/",
                usage_info="Ask.",
                supports="All.",
            ),
        ),
        record=framework.record,
    )


def test_a_competency(course: Path) -> None:
    files = {"competencies/framework.yml": FRAMEWORK, "competencies/users.yml": COMPETENCY}
    result, report = loaded(course, files)
    assert said(report) == []
    file = "competencies/users.yml"
    (competency,) = result.competencies
    assert competency == model.Competency(
        identifier="users",
        title="Users",
        full_statement="Can ask and listen.",
        span=Span(file, 2, 1),
        human_coding_scheme="C1",
        rationale="## Background\n\nText.\n",
        rationale_span=Span(file, 9, 3),
        indicators=(  # in the order of the levels, however the file orders them
            model.Indicator("Knows.", "", "awareness", ""),
            model.Indicator("Asks.", "skill", "working", "w1"),
        ),
        associations=(model.Association("precedes", "data", Span(file, 18, 30), "First ask."),),
        record=competency.record,
    )


def test_a_module(course: Path) -> None:
    files = {"competencies/framework.yml": FRAMEWORK, "content/modules/asking/index.md": MODULE}
    result, report = loaded(course, files)
    assert said(report) == []
    file = "content/modules/asking/index.md"
    (module,) = result.modules
    assert module == model.Module(
        identifier="asking",
        title="Asking",
        description="How to ask.",
        license="CC-BY-SA-4.0",
        span=Span(file, 2, 1),
        body="\n## The situation\n",
        body_line=28,
        teaches=(
            model.CompetencyReference("users", Span(file, 5, 18), "working", "assessed", "By hand."),
            model.CompetencyReference("data", Span(file, 6, 17)),
        ),
        competency_required=(model.CompetencyReference("users", Span(file, 8, 18), "awareness"),),
        requires=(model.Reference("listening", Span(file, 9, 12)),),
        time_required=model.Duration("PT1H15M", 75),
        variants=((model.Duration("PT20M", 20), "Read and do."),),
        learning_resource_type=("lesson",),
        audience=("policy",),
        keywords=("interviews", "2026"),
        in_language="en",
        creator=(model.Person("A person", "0000-0002-1825-0097", roles=("writing-original-draft",)),),
        is_based_on=(
            model.Work(
                "B", "C", Span(file, 20, 5), license="CC-BY-4.0", revision="2.10", changes="Shortened."
            ),
        ),
        creative_work_status="reviewed",
        version="1.0",
        date_modified="2026-11-21",
        review_by="2027-11",
        owner="The team",
        record=module.record,
    )


PLANNED = """\
---
title: A
description: B.
teaches: [{competency: c}]
license: CC0-1.0
creativeWorkStatus: planned
---
"""


def test_a_planned_module_has_no_text_and_may_have_no_time(course: Path) -> None:
    result, report = loaded(course, {"content/modules/a/index.md": PLANNED})
    assert said(report) == []
    (module,) = result.modules
    assert (module.planned, module.time_required, module.minutes, module.body) == (True, None, 0, "")


ROLE = """\
title: Owner
description: Answers.
competencyRequired: [{competency: users, note: All.}]
"""
CROSSWALK = """\
title: Other
associations:
  - {source: users, target: 5.2, targetTitle: T, type: exactMatchOf, targetUri: "https://example.org/"}
"""
GLOSSARY = """\
terms:
  - {term: Zebra, definition: An animal.}
  - {term: A/B test, definition: A trial., synonyms: [split test]}
  - {term: 日本, definition: A name.}
"""
COURSE = """\
---
title: C
description: D.
license: CC0-1.0
units:
  - {title: U, description: V., modules: [a, b]}
---
Text
"""


def test_a_course_a_role_a_crosswalk_and_terms(course: Path) -> None:
    result, report = loaded(
        course,
        {
            "competencies/roles/owner.yml": ROLE,
            "competencies/crosswalks/other.yml": CROSSWALK,
            "content/glossary.yml": GLOSSARY,
            "content/courses/c/index.md": COURSE,
        },
    )
    assert said(report) == []
    (role,), (crosswalk,), (syllabus,) = result.roles, result.crosswalks, result.courses
    assert role.competency_required[0].note == "All."
    link = crosswalk.associations[0]
    assert (link.source, link.target, link.type, str(link.span)) == (
        "users", "5.2", "exactMatchOf", "competencies/crosswalks/other.yml:3:14",
    )  # fmt: skip
    assert [term.identifier for term in result.terms] == ["a-b-test", "zebra", "term-3"]
    assert result.terms[0].synonyms == ("split test",)
    assert [reference.identifier for reference in syllabus.modules] == ["a", "b"]
    assert str(syllabus.modules[1].span) == "content/courses/c/index.md:6:46"
    assert (syllabus.body, syllabus.body_line) == ("Text\n", 8)


def test_pages_take_their_title_from_the_first_heading_and_the_rest_from_the_site(course: Path) -> None:
    result, report = loaded(
        course,
        {
            "content/index.md": "---\ntitle: Home\nlicense: CC0-1.0\ninLanguage: de\n---\n\nWelcome.\n",
            "content/about.md": "Before.\n\n# About *us*\n",
            "docs/how-to/index.md": "# How to\n",
        },
    )
    assert said(report) == []
    pages = {
        page.path: (page.title, page.license, page.in_language, page.body_line) for page in result.articles
    }
    assert pages == {
        "": ("Home", "CC0-1.0", "de", 6),
        "about/": ("About us", "CC-BY-SA-4.0", "fr", 1),
        "docs/how-to/": ("How to", "CC-BY-SA-4.0", "fr", 1),
    }


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# One\n# Two\n", "One"),
        ("```\n# code\n```\n# One\n", "One"),
        ("~~~~ md\n# code\n~~~\n# code\n~~~~\n# One ##\n", "One"),
        ("One\n===\n", "One"),
        ("## Two\n# One {#one .x}\n", "One"),
        ("# `oer check` and **more** in [links](x.md)\n", "oer check and more in links"),
        ("# a * b and snake_case_word\n", "a * b and snake_case_word"),
        ("#One\n", ""),
        ("    # code\n", ""),
        ("Text\n", ""),
    ],
)
def test_the_first_heading(body: str, title: str) -> None:
    assert first_heading(body) == title


def test_competencies_are_in_the_order_of_their_codes_as_people_count(course: Path) -> None:
    codes = {"a": "C10", "b": "C2", "c": "", "d": "C1.10", "e": "C1.9"}
    result, report = loaded(
        course,
        {
            f"competencies/{name}.yml": "title: T\nfullStatement: S.\n"
            + (f"humanCodingScheme: {code}\n" if code else "")
            for name, code in codes.items()
        },
    )
    assert said(report) == []
    assert [one.identifier for one in result.competencies] == ["e", "d", "b", "a", "c"]


def test_a_broken_record_is_left_out_and_remembered(course: Path) -> None:
    result, report = loaded(
        course,
        {
            "competencies/framework.yml": "title: [\n",
            "competencies/users.yml": "title: Users\n",
            "competencies/data.yml": "title: Data\nfullStatement: Can.\n",
            "content/modules/a/index.md": "no front matter\n",
            "content/about.md": "no title\n",
        },
    )
    assert result.framework is None
    assert result.framework_attempted
    assert [one.identifier for one in result.competencies] == ["data"]
    assert result.broken == {
        ("framework", "framework"),
        ("competency", "users"),
        ("module", "a"),
        ("article", "about"),
    }
    assert len(report) == 4


def test_levels_are_not_questioned_while_the_framework_is_broken(course: Path) -> None:
    files = {"competencies/framework.yml": "title: [\n", "competencies/users.yml": COMPETENCY}
    _, report = loaded(course, files)
    assert said(report) == ["competencies/framework.yml:1:8 yaml-syntax"]


REUSE = """\
version = 1

[[annotations]]
path = "content/**"
SPDX-FileCopyrightText = "2026 Everyone"
SPDX-License-Identifier = "CC-BY-4.0"

[[annotations]]
path = ["content/modules/*/photo.png", 'content/odd\\*.png']
precedence = "%s"
SPDX-FileCopyrightText = ["2025 A", "2026 B"]
SPDX-License-Identifier = ["CC0-1.0", "MIT OR Apache-2.0"]
"""
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("precedence", "side_car", "license", "holder"),
    [
        ("closest", "", "CC0-1.0 AND (MIT OR Apache-2.0)", "2025 A; 2026 B"),
        ("closest", "SPDX-License-Identifier: CC-BY-ND-4.0\n", "CC-BY-ND-4.0", "2025 A; 2026 B"),
        ("closest", "SPDX-License-Identifier: MIT\nSPDX-FileCopyrightText: 2020 C\n", "MIT", "2020 C"),
        ("override", "SPDX-License-Identifier: MIT\n", "CC0-1.0 AND (MIT OR Apache-2.0)", "2025 A; 2026 B"),
        ("aggregate", "SPDX-License-Identifier: ISC\nSPDX-FileCopyrightText: 2020 C\n",
         "ISC AND CC0-1.0 AND (MIT OR Apache-2.0)", "2020 C; 2025 A; 2026 B"),
    ],
)  # fmt: skip
def test_the_licence_of_an_asset(
    course: Path, precedence: str, side_car: str, license: str, holder: str
) -> None:
    files: dict[str, str | bytes] = {
        "content/modules/a/photo.png": PNG,
        "content/modules/a/deep/photo.png": PNG,
        "content/modules/a/index.md": MODULE,
        "REUSE.toml": REUSE % precedence,
    }
    if side_car:
        files["content/modules/a/photo.png.license"] = side_car
    result, report = loaded(course, files)
    assert said(report) == []
    rights = {asset.file: (asset.license, asset.copyright) for asset in result.assets}
    assert rights["content/modules/a/photo.png"] == (license, holder)
    assert rights["content/modules/a/deep/photo.png"] == ("CC-BY-4.0", "2026 Everyone")
