"""What the compiler promises to find, and the cases that show it: more than sixty bad inputs.

That each gives exactly its diagnostics is in `test_cases.py`, that nothing is published in
`test_nothing_is_published.py`.
"""

from __future__ import annotations

import pytest

from tests.diagnostics.harness import CASES, HARMLESS, cases, read_case

PROMISES = {
    "identifiers that are unknown": "unknown-competency unknown-competency--role unknown-module "
    "unknown-module--course unknown-source unknown-source--relation unknown-objective unknown-record "
    "unknown-record--relation unknown-record--reference unknown-record--shown-on",
    "identifiers that are there twice": "duplicate-identifier duplicate-identifier--list duplicate-anchor "
    "reserved-path--twice",
    "identifiers that differ by case only, or are none": "case-collision invalid-identifier bad-file-name "
    "identifier-mismatch",
    "unknown keys": "unknown-key unknown-key--nested unknown-key--private unknown-key--byte-order-mark",
    "wrong types": "wrong-type wrong-type--module wrong-type--list-at-top",
    "missing required keys": "missing-key missing-key--nested missing-key--page",
    "a level that the framework does not have": "unknown-level unknown-level--no-levels",
    "circles of prerequisites": "prerequisite-cycle prerequisite-cycle--three "
    "prerequisite-cycle--competencies",
    "what requires itself": "self-reference self-reference--competency self-reference--opportunity",
    "links, anchors and files that are not there": "dangling-link dangling-link--introduction "
    "dangling-anchor dangling-asset dangling-asset--handout",
    "missing alternative text": "missing-alt missing-alt--reference",
    "heading levels that skip": "heading-level heading-level--title",
    "malformed front matter": "front-matter-missing front-matter-missing--dashes "
    "front-matter-missing--first-line front-matter-unclosed yaml-syntax yaml-syntax--quote",
    "tabs in YAML": "yaml-tab yaml-tab--front-matter",
    "duplicate keys": "yaml-duplicate-key",
    "what is not UTF-8": "not-utf-8 not-utf-8--utf-16",
    "NUL": "nul-character nul-character--escaped nul-character--yaml",
    "YAML tags": "yaml-tag yaml-tag--environment yaml-tag--front-matter",
    "aliases that expand": "yaml-alias yaml-alias--emphasis",
    "a path that leaves the project": "path-outside-project path-outside-project--absolute "
    "link-outside-project not-a-regular-file not-a-regular-file--folder",
    "a duration that is none": "invalid-duration invalid-duration--words invalid-duration--month "
    "invalid-duration--period",
    "a country that is none": "invalid-region",
    "addresses of persons": "personal-address invalid-value--mailbox",
    "a language tag that is none": "invalid-language",
    "a licence that is none": "invalid-license invalid-license--side-car",
    "a date that is none": "invalid-date invalid-date--order",
    "a time plan that does not add up": "plan-does-not-add-up plan-item-without-minutes",
    "HTML that runs a script": "raw-html raw-html--several-lines raw-html--open unsafe-svg",
    "event handlers": "raw-html--handler invalid-attribute unsafe-svg--handler",
    "addresses that run a script": "unsafe-link unsafe-link--disguised unsafe-link--data raw-html--link",
    "frames": "raw-html--frame",
    "colours that cannot be read": "low-contrast invalid-look",
    "settings that cannot be used": "invalid-setting invalid-license--settings invalid-setting--list "
    "invalid-setting--inherited",
    "files and lines over a stated size": "file-too-large file-too-large--yaml file-too-large--values "
    "line-too-long invalid-value--too-long",
    "what UX.md lists: titles, addresses inside, shapes that hang": "remote-image raw-html--picture "
    "not-a-regular-file--pipe asset-type unsafe-svg--encoding unsafe-svg--hidden too-complex "
    "too-complex--depth yaml-too-deep licence-conflict",
}


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_has_cases_that_give_errors(promise: str) -> None:
    for name in PROMISES[promise].split():
        case = read_case(CASES / f"{name}.txt")
        assert any("error[" in line for line in case.expected), name


def test_there_are_sixty_bad_inputs_and_more() -> None:
    promised = {name for names in PROMISES.values() for name in names.split()}
    assert len(promised) >= 60
    assert sum(read_case(file).code != HARMLESS for file in cases()) >= 160
