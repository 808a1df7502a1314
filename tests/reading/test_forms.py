"""The forms of text in records: what each takes, what it refuses, and what it proposes instead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oer_build.schema import checks, forms
from oer_build.schema.checks import COMMON_LICENSES, CREDIT_ROLES, Problem

Check = Callable[[str], str]


PERIOD = "write it as P6M, P2W or P1Y6M; how it varies is for the text"
NO_PERIODS = (
    "P",
    "P0M",
    "PT2H",
    "P1DT1H",
    "P6",
    "6M",
    "P6M1Y",
    "three months",
    "0 weeks",
    "P٦M",
    "P6M\n",
    "",
)
REGION = "write two capital letters (ISO 3166-1), as in KE, or GB-SCT"
NO_MAILBOXES = (
    "info",
    "info@",
    "info@example",
    "info@example..org",
    "a..b@example.org",
    "info@example.org, other@example.org",
    "Info <info@example.org>",
    "mailto:info@example.org",
    "info@example.org\n",
    "x" * 65 + "@example.org",
    "info@" + "a." * 130 + "org",
)


def refused(check: Check, value: str) -> tuple[str, str]:
    """Code and hint of what a check says of a value that it does not take."""
    with pytest.raises(Problem) as caught:
        check(value)
    context = caught.value.context or {}
    return caught.value.type, str(context["hint"])


TAKEN: list[tuple[Check, str]] = [
    (checks.identifier, "a"),
    (checks.identifier, "0-a-9"),
    (checks.identifier, "x" * 64),
    (checks.duration, "PT50M"),
    (checks.duration, "PT2H"),
    (checks.duration, "PT1H30M"),
    (checks.duration, "PT90M"),
    (checks.date, "2026"),
    (checks.date, "2026-11"),
    (checks.date, "2026-11-21"),
    (checks.date, "2028-02-29"),
    *[
        (checks.language, tag)
        for tag in ("en", "en-GB", "pt-BR", "zh-Hant-HK", "sr-Latn", "es-419", "gd", "de-1996")
    ],
    *[(checks.license, name) for name in COMMON_LICENSES],
    (checks.license, "LicenseRef-own"),
    (checks.license, "MIT OR Apache-2.0"),
    (checks.license, "(CC-BY-4.0 AND MIT) OR LicenseRef-x"),
    (checks.license, "GPL-2.0-or-later WITH Classpath-exception-2.0"),
    (checks.url, "https://example.org"),
    (checks.url, "http://example.org:8080/a%20b?c=d#e"),
    (checks.url, "https://пример.рф/путь"),
    (checks.url, "https://[2001:db8::1]/"),
    (checks.orcid, "0000-0002-1825-0097"),
    (checks.orcid, "0000-0002-1694-233X"),
    (checks.orcid, "https://orcid.org/0000-0002-1825-0097"),
    (checks.ror, "https://ror.org/03yrm5c26"),
    (checks.ror, "02twcfp32"),
    (checks.line, "One line\n"),
    *[(forms.period, length) for length in ("P6M", "P1Y6M", "P2W", "P3D", "P10Y", "P0Y6M")],
    *[(forms.region, code) for code in ("KE", "GB", "GB-SCT", "BR-SP", "FR-75C", "XK")],
    *[(forms.clock, time) for time in ("00:00", "09:30", "23:59")],
    *[(forms.mailbox, box) for box in ("info@example.org", "a.b+c_d@sub.example.museum", "GSE@go.example")],
]


@pytest.mark.parametrize(("check", "value"), TAKEN)
def test_taken_as_it_is_written(check: Check, value: str) -> None:
    assert check(value) == value


@pytest.mark.parametrize(
    ("check", "value", "code", "hint"),
    [
        (checks.identifier, "Open Data", "invalid-identifier", "write 'open-data'"),
        (checks.identifier, "open_data", "invalid-identifier", "write 'open-data'"),
        (checks.identifier, "日本", "invalid-identifier", "use a to z, 0 to 9 and -"),
        (checks.identifier, "x" * 65, "invalid-identifier", "use at most 64"),
        (checks.identifier, "a\n", "invalid-identifier", "write 'a'"),
        (checks.identifier, "", "empty-value", "write something, or remove the key"),
        (checks.duration, "01:30", "invalid-duration", "write hours and minutes as PT1H30M"),
        (checks.duration, "P1M", "invalid-duration", "write hours and minutes as PT1H30M"),
        (checks.duration, "P1DT1H", "invalid-duration", "write hours and minutes as PT1H30M"),
        (checks.duration, "PT0M", "invalid-duration", "write hours and minutes as PT1H30M"),
        (checks.duration, "PT", "invalid-duration", "write hours and minutes as PT1H30M"),
        (checks.duration, "PT30S", "invalid-duration", "write hours and minutes as PT1H30M"),
        (checks.duration, "45", "invalid-duration", "write PT45M"),
        (checks.duration, "45 min", "invalid-duration", "write PT45M"),
        (checks.duration, "1h 20m", "invalid-duration", "write PT1H20M"),
        (checks.duration, "PT٣M", "invalid-duration", "write hours and minutes as PT1H30M"),
        (checks.date, "2027-02-29", "invalid-date", "check the month and the day"),
        (checks.date, "2026-13", "invalid-date", "check the month and the day"),
        (checks.date, "21.11.2026", "invalid-date", "write it as 2026-11-21, or the year alone"),
        (checks.date, "2026-1-1", "invalid-date", "write it as 2026-11-21, or the year alone"),
        (checks.date, "2026-11-21T10:00", "invalid-date", "write it as 2026-11-21, or the year alone"),
        (checks.language, "English", "invalid-language", "write 'en'"),
        (checks.language, "en_GB", "invalid-language", "write 'en-GB'"),
        (checks.language, "en-UK", "invalid-language", "write 'en-GB'"),
        (checks.language, "zz", "invalid-language", "write for example en, en-GB or pt-BR"),
        (checks.license, "CC BY-SA 4.0", "invalid-license", "did you mean 'CC-BY-SA-4.0'?"),
        (checks.license, "cc-by-4.0", "invalid-license", "write 'CC-BY-4.0'"),
        (checks.license, "CC-BY-SA", "invalid-license", "did you mean 'CC-BY-SA-4.0'?"),
        (checks.license, "OGL", "invalid-license", "did you mean 'OGL-UK-3.0'?"),
        (checks.license, "GPL-3.0", "invalid-license", "write 'GPL-3.0-only'"),
        (checks.url, "www.example.org/a", "invalid-url", "write https://www.example.org/a"),
        (checks.url, "javascript:alert(1)", "invalid-url", "begin it with https://"),
        (checks.url, "https://u:p@example.org", "invalid-url", "remove what stands before the @"),
        (checks.url, "https://", "invalid-url", "write a space in it as %20, and check the host"),
        (checks.url, "https://a b", "invalid-url", "write a space in it as %20, and check the host"),
        (checks.url, 'https://a/"b', "invalid-url", "write a space in it as %20, and check the host"),
        (checks.url, "https://[::1", "invalid-url", "write a space in it as %20, and check the host"),
        (checks.url, "https://a:99999", "invalid-url", "write a space in it as %20, and check the host"),
        (checks.url, "https://a/" + "b" * 3000, "invalid-url", "use at most 2,048"),
        (checks.orcid, "0000-0002-1825-0079", "invalid-orcid", "copy it from the person's page at orcid.org"),
        (checks.orcid, "0000000218250097", "invalid-orcid", "write it as 0000-0002-1825-0097"),
        (checks.ror, "https://ror.org/05dxps056", "invalid-ror", "copy it from ror.org"),
        (checks.line, "a\nb", "invalid-value", "write it on one line, or begin it with >-"),
        (checks.text, " \n", "empty-value", "write something, or remove the key"),
        (
            checks.one_of(CREDIT_ROLES),
            "Writing - original draft",
            "invalid-value",
            "did you mean 'writing-original-draft'? (use one of: " + ", ".join(CREDIT_ROLES) + ")",
        ),
        (checks.one_of(("planned", "draft")), "x", "invalid-value", "use one of: planned, draft"),
        (forms.period, "6 months", "invalid-duration", "write P6M"),
        (forms.period, "2-week", "invalid-duration", "write P2W"),
        (forms.period, "1 Year", "invalid-duration", "write P1Y"),
        *[(forms.period, length, "invalid-duration", PERIOD) for length in NO_PERIODS],
        (forms.region, "Kenya", "invalid-region", "write 'KE'"),
        (forms.region, "Kenia", "invalid-region", "write 'KE'"),
        (forms.region, "UK", "invalid-region", "write 'GB'"),
        (forms.region, "ke", "invalid-region", "write 'KE'"),
        *[
            (forms.region, code, "invalid-region", REGION)
            for code in ("EU", "ZZ", "XA", "", "GB-", "GB-SCOT")
        ],
        (forms.region, "x" * 5000, "invalid-region", REGION),
        (forms.clock, "9:30", "invalid-time", "write '09:30', in quotes"),
        (forms.clock, "9.30 pm", "invalid-time", "write '21:30', in quotes"),
        (forms.clock, "12 am", "invalid-time", "write '00:00', in quotes"),
        (forms.clock, "24:00", "invalid-time", "write hours and minutes in 24 hours, in quotes: '09:30'"),
        *[(forms.mailbox, box, "invalid-value", "write it as team@example.org") for box in NO_MAILBOXES],
    ],
)
def test_refused_with_what_to_write_instead(check: Check, value: str, code: str, hint: str) -> None:
    assert refused(check, value) == (code, hint)


@pytest.mark.parametrize(
    "value", ["", "MIT AND", "MIT)", "AND", "(", "public domain", "NONE", "x" * 400, "MIT AND foo"]
)
def test_what_is_no_licence_is_refused_whatever_its_form(value: str) -> None:
    assert refused(checks.license, value)[0] == "invalid-license"


@pytest.mark.parametrize(
    ("value", "minutes"), [("PT50M", 50), ("PT2H", 120), ("PT1H30M", 90), ("P1M", 0), ("", 0)]
)
def test_the_length_of_a_duration(value: str, minutes: int) -> None:
    assert checks.minutes(value) == minutes


@pytest.mark.parametrize(
    ("address", "names", "known"),
    [
        ("info@example.org", "", True),
        ("learning-team@example.org", "", True),
        ("gse@example.org", "Government Science and Engineering", True),
        ("stem-futures@example.org", "STEM Futures stem-futures", True),
        ("hub@example.org", "The hub", True),
        ("data.partnerships@example.org", "Statistics office", True),
        ("jane.doe@example.org", "The hub", False),
        ("jdoe@example.org", "The hub", False),
        ("dfe@example.org", "Department for Education", True),
        ("j.e@example.org", "Department of Justice and Energy", False),
        ("a@example.org", "A hub", False),
    ],
)
def test_an_address_is_of_a_role_where_a_word_of_it_names_one(address: str, names: str, known: bool) -> None:
    assert forms.of_a_role(address, names) == known


def test_there_are_fourteen_roles_of_contribution() -> None:
    assert len(CREDIT_ROLES) == 14
