"""Which rules of a style sheet stay: those that something on the pages of a site can match."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest

from oer_build.hosts.style_rules import Vocabulary, trimmed
from tests.cli.tiny import edit, oer, write_tiny

PAGE = """<!doctype html><html><body dir="ltr" data-md-color-scheme="default" data-md-color-primary="custom">
<p class="lead md-typeset" id="top"><a href="#x">A</a></p>
<script data-schemes='[{"scheme": "default"}, {"scheme": "slate", "primary": "deep purple"}]'></script>
<table><tr><td>1</td></tr></table></body></html>"""


def _known(script: str = "", sheet: str = "") -> Vocabulary:
    known = Vocabulary()
    known.add_page(PAGE)
    known.add_script(script)
    known.add_sheet(sheet)
    return known


def _trimmed(css: str, script: str = "", sheet: str = "") -> str:
    return trimmed([css], _known(script, sheet))[0]


@pytest.mark.parametrize(
    "selector",
    [
        "p",
        "*",
        ":root",
        ".lead",
        ".lead:hover>a::after",
        "#top",
        "tbody tr",  # the browser adds it
        "p:not(.gone)",
        ":is(.gone,.lead) a",
        "[data-md-color-scheme=slate]",
        "[data-md-color-primary=deep-purple]",
        "[dir=rtl] p",
        "a[href^=http]",
        "p::-moz-selection",
    ],
)
def test_a_rule_that_may_match_stays(selector: str) -> None:
    assert _trimmed(f"{selector}{{color:red}}").replace("::", ":") == f"{selector}{{color:red}}".replace(
        "::", ":"
    )


@pytest.mark.parametrize(
    "selector",
    [
        ".gone",
        ".lead.gone",
        ".gone p",
        "p>.gone",
        "#gone",
        "video",
        "p video",
        "[data-md-color-primary=pink]",
    ],
)
def test_a_rule_that_can_match_nothing_goes(selector: str) -> None:
    assert _trimmed(f"{selector}{{color:red}}p{{color:blue}}") == "p{color:blue}"


def test_what_a_script_names_stays() -> None:
    css = ".gone{color:red}video{color:blue}"
    assert _trimmed(css) == ""
    assert _trimmed(css, script='one.classList.add("gone"); document.createElement("video")') == css


def test_what_a_script_in_a_page_names_stays_and_what_data_name_does_not() -> None:
    """A page that a project draws itself may have one."""
    css = ".gone{color:red}"
    known = _known()
    known.add_page('<script type="application/ld+json">{"name": "gone"}</script>')
    assert trimmed([css], known) == [""]
    known.add_page("<SCRIPT type=module>\none.classList.add('gone')\n</SCRIPT>")
    assert trimmed([css], known) == [css]


def test_of_a_list_only_what_may_match_stays() -> None:
    assert _trimmed(".gone,p,.gone>a{color:red}") == "p{color:red}"


def test_a_list_with_what_only_one_browser_knows_stays_whole() -> None:
    """Other browsers drop the whole rule; without its odd selector they would obey it."""
    css = ".gone::-webkit-x,p{color:red}"
    assert re.sub(r"\s", "", _trimmed(css)) == css
    assert _trimmed(".gone::-webkit-x,.gone{color:red}") == ""


def test_groups_go_when_they_are_empty() -> None:
    assert _trimmed("@media print{.gone{color:red}}") == ""
    assert _trimmed("@media print{.gone{color:red}p{color:blue}}") == "@media print{p{color:blue}}"
    assert _trimmed("@supports (display:grid){@media print{.gone{color:red}}}") == ""
    assert "@page" in _trimmed("@page{margin:1cm}")


def test_variables_and_animations_stay_where_something_refers_to_them() -> None:
    turn, leap = "@keyframes turn{to{opacity:0}}", "@keyframes leap{to{opacity:1}}"
    css = ":root{--a:1px;--b:var(--a);--c:2px;--d:3px}" + turn + leap
    rule = "p{margin:var(--b);animation:turn 1s}"
    left = _trimmed(css + rule, sheet="main{margin:var(--c)}")
    assert left == ":root{--a:1px;--b:var(--a);--c:2px}" + turn + rule
    assert _trimmed(css) == "", "a chain of variables that ends nowhere goes whole"
    assert "--d" in _trimmed(css, script='style.getPropertyValue("--d")')


def test_sheets_know_of_each_other() -> None:
    """A variable may be set in one of Material's sheets and used in the other."""
    first, second = trimmed([":root{--a:1px;--b:1px}", "p{margin:var(--a)}"], _known())
    assert (first, second) == (":root{--a:1px}", "p{margin:var(--a)}")


def test_strings_and_odd_rules_stay_as_they_are() -> None:
    css = '@charset "UTF-8";p:before{content:"} .gone { /* x */"}p{width:calc(1px + 2px)}'
    assert _trimmed(css) == css


@pytest.mark.parametrize("odd", ["p{color red}", "p{*zoom:1}", "}", "@media print{p{color red}}"])
def test_a_sheet_with_a_mistake_stays_whole_and_the_others_do_not(odd: str) -> None:
    css = f".gone{{color:red}}{odd}"
    whole, other = trimmed([css, ".gone{color:red}p{color:blue}"], _known())
    assert (whole, other) == (css, "p{color:blue}")


def test_only_materials_own_sheets_are_trimmed(tmp_path: Path) -> None:
    """A project may keep its sheets in a folder of that name, and put one of its own in Material's place."""
    root = write_tiny(tmp_path)
    edit(root, "mkdocs.yml", "font: false", "font: false, custom_dir: overrides/theme")
    own = root / "overrides/theme/assets/stylesheets"
    own.mkdir(parents=True)
    sheet = ".ghost { color: red; }\n.sign { background: url(data:image/png;base64,AAAA); *zoom: 1 }\n"
    (own / "academy.css").write_text(sheet, "utf-8")
    (own / "letters.css").write_text("p { content: '\u00e9' }\n", "latin-1")
    answer = oer("build", cwd=root)
    assert answer.returncode == 0, answer.stderr
    published = root / "site/assets/stylesheets"
    assert (published / "academy.css").read_text("utf-8") == sheet
    assert (published / "letters.css").read_bytes() == (own / "letters.css").read_bytes()
    assert ".md-search" not in (root / "site/assets/oer/shared.css").read_text("utf-8")
    (brought,) = (Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.css")
    (own / brought.name).write_text(sheet, "utf-8")
    assert oer("build", cwd=root).returncode == 0
    assert (published / brought.name).read_text("utf-8") == sheet
