"""`oer calendar`: the published calendar file, for a first day of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from oer_build.compile import compile_site
from oer_build.model import Site
from oer_build.project import Project
from tests.cli.tiny import oer, write_tiny

PROGRAMME = """\
---
title: A workshop
description: A morning on asking.
license: CC-BY-SA-4.0
dateModified: 2026-11-22
days:
  - title: Morning
    sessions:
      - {identifier: one, title: Élan, start: '09:00', duration: PT1H, format: workshop, lead: Host}
      - {identifier: two, title: Coffee, start: '10:00', duration: PT15M, format: break}
---

What it is.
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    write_tiny(tmp_path)
    place = tmp_path / "content/programmes/workshop/index.md"
    place.parent.mkdir(parents=True)
    place.write_text(PROGRAMME, encoding="utf-8")
    return tmp_path


def test_the_file_begins_on_the_day_that_was_asked_for(course: Path) -> None:
    answer = oer("calendar", "workshop", "--start", "2027-03-08", "-o", "mine.ics", cwd=course)
    assert (answer.returncode, answer.stdout) == (0, "2 events in mine.ics\n")
    events = Calendar.from_ical((course / "mine.ics").read_bytes()).walk("VEVENT")
    assert [str(one["dtstart"].dt) for one in events] == ["2027-03-08 09:00:00", "2027-03-08 10:00:00"]
    assert [str(one["summary"]) for one in events] == ["Élan", "Coffee"]


def test_without_a_file_it_goes_to_standard_output(course: Path) -> None:
    answer = oer("calendar", "workshop", "--start", "2027-03-08", cwd=course)
    assert answer.stdout.startswith("BEGIN:VCALENDAR")
    assert "DTSTART:20270308T090000" in answer.stdout


def test_only_dates_identities_and_state_differ_from_the_published_file(course: Path) -> None:
    oer("calendar", "workshop", "--start", "2027-03-08", "-o", "mine.ics", cwd=course)
    mine = (course / "mine.ics").read_text(encoding="utf-8").splitlines()
    compiled = compile_site(Project(course, Site("Tiny", "CC-BY-SA-4.0")))
    published = next(one for one in compiled.files if one.path.endswith("workshop.ics")).content.decode()
    changed = {
        old.partition(":")[0] for old, new in zip(published.splitlines(), mine, strict=True) if old != new
    }
    assert changed == {"DTSTART", "DTEND", "UID", "STATUS"}


def test_a_programme_that_is_not_there_is_answered_with_the_near_miss(course: Path) -> None:
    answer = oer("calendar", "workshp", "--start", "2027-03-08", cwd=course)
    assert answer.returncode == 2
    assert "there is no programme 'workshp'; did you mean 'workshop'?" in answer.stderr


@pytest.mark.parametrize("start", ["soon", "2027-02-30", "08.03.2027"])
def test_a_day_that_is_none_is_refused(course: Path, start: str) -> None:
    answer = oer("calendar", "workshop", "--start", start, cwd=course)
    assert answer.returncode == 2
    assert "--start" in answer.stderr


def test_a_folder_that_is_not_there_is_told_plainly(course: Path) -> None:
    answer = oer("calendar", "workshop", "--start", "2027-03-08", "-o", "no/mine.ics", cwd=course)
    assert answer.returncode == 2
    assert "cannot write" in answer.stderr
