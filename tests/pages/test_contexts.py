"""What the reference promises a template, the template is given and uses: who overrides one relies on it."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from jinja2 import meta

import oer_build.pages
from oer_build.project import Project
from oer_build.strings import Strings
from oer_build.templates import PACKAGE_TEMPLATES, TemplateFault, environment
from tests.builders import SITE, catalogue, competency, module
from tests.pages.drawn import draw
from tests.pages.html import text_of

ENV = environment(Project(Path(), SITE), Strings("en"))
TEMPLATES = {path.name for path in PACKAGE_TEMPLATES.glob("*.jinja")}
SHARED = {name for name in TEMPLATES if name.endswith("parts.html.jinja")}
PAGES = TEMPLATES - SHARED - {"blocks.html.jinja"}


def contexts() -> dict[str, type]:
    """By template: the context class whose docstring names it."""
    found = {}
    for info in pkgutil.iter_modules(oer_build.pages.__path__):
        room = importlib.import_module(f"oer_build.pages.{info.name}")
        for name, thing in vars(room).items():
            if name.endswith("Context") and thing.__module__ == room.__name__:
                found[re.search(r"`([\w-]+\.html\.jinja)`", thing.__doc__)[1]] = thing
    return found


CONTEXTS = contexts()


def test_every_page_template_has_one_documented_context() -> None:
    assert set(CONTEXTS) == PAGES


def used(template: str) -> set[str]:
    source = (PACKAGE_TEMPLATES / template).read_text(encoding="utf-8")
    # `_trans` is what Jinja itself calls the pieces of a {% trans %}.
    return meta.find_undeclared_variables(ENV.parse(source)) - set(ENV.globals) - {"_trans"}


@pytest.mark.parametrize("template", sorted(PAGES))
def test_template_uses_no_name_that_is_not_promised(template: str) -> None:
    promised = {field.name for field in dataclasses.fields(CONTEXTS[template])}
    assert used(template) <= promised


@pytest.mark.parametrize("template", sorted(PAGES))
def test_nothing_is_promised_that_no_template_needs(template: str) -> None:
    promised = {field.name for field in dataclasses.fields(CONTEXTS[template])}
    assert promised <= used(template)


def test_shared_pieces_use_only_what_they_are_handed() -> None:
    for name in sorted(SHARED):
        assert used(name) == set(), name


def test_every_field_of_a_context_says_what_it_means() -> None:
    for template, context in CONTEXTS.items():
        source = Path(importlib.import_module(context.__module__).__file__ or "").read_text(encoding="utf-8")
        body = source.split(f"class {context.__name__}")[1].split("\n\n\n")[0]
        for field in dataclasses.fields(context):
            if f"    {field.name}:" in body:
                assert re.search(rf'^    {field.name}: [^\n]*\n    """', body, re.MULTILINE), (
                    template,
                    field,
                )


def test_a_project_can_replace_one_template(tmp_path: Path) -> None:
    overrides = tmp_path / "overrides" / "pages"
    overrides.mkdir(parents=True)
    own = '<h1>{{ competency.title }}</h1><p>{{ levels | length }} levels, {{ url("map/") }}</p>'
    (overrides / "competency.html.jinja").write_text(own, encoding="utf-8")
    drawn = draw(catalogue(competency("users"), module("first", ["users@working"])), tmp_path)
    assert text_of(drawn, "competencies/users/") == "Users 4 levels, \ufdd2/map/"
    assert "Coverage" in text_of(drawn, "coverage/")


def test_a_name_that_is_not_given_is_an_error_that_names_the_template(tmp_path: Path) -> None:
    overrides = tmp_path / "overrides" / "pages"
    overrides.mkdir(parents=True)
    (overrides / "home.html.jinja").write_text("<h1>{{ titel }}</h1>", encoding="utf-8")
    with pytest.raises(TemplateFault, match="titel") as fault:
        draw(catalogue(), tmp_path)
    assert str(fault.value.span) == "overrides/pages/home.html.jinja:1:1"
