"""The test of accessibility that the site tells of: of every kind of page and every page in use, both themes,
two widths, and no rule broken. `python -m tests.browser.audit site` makes it anew."""

from __future__ import annotations

import json

from tests.browser.audit import FILE, THEMES, WIDTHS, pages_by_kind
from tests.browser.states import STATES
from tests.conftest import ROOT
from tests.site.built import Site

AGAIN = "run `python -m tests.browser.audit site`, then build again"


def test_the_record_knows_every_kind_of_page_and_breaks_no_rule(site: Site) -> None:
    record = json.loads((ROOT / FILE).read_text(encoding="utf-8"))
    assert sorted(record["kinds"]) == sorted(pages_by_kind(site.folder)), AGAIN
    assert record["states"] == list(STATES), AGAIN
    assert (record["themes"], record["widths"]) == (list(THEMES), list(WIDTHS))
    assert record["violations"] == []


def test_the_statement_tells_of_it(site: Site) -> None:
    record = json.loads((ROOT / FILE).read_text(encoding="utf-8"))
    text = site.article("accessibility/").text
    assert record["tool"] in text
    assert str(len(record["kinds"])) in text
    assert str(len(record["states"])) in text
    assert (f"at revision {record['revision']}" if record.get("revision") else "record") in text
