"""The Jinja environment that draws page bodies: the project's templates first, the package's second.

Bodies use our own environment, not the host's: autoescaping is on, and an unknown name is an error and not an
empty string, so that nothing an author wrote can become markup and no mistyped name passes in silence.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from oer_build.diagnostics import Span
from oer_build.lesson import ROOT
from oer_build.look.shapes import SHAPES
from oer_build.project import PAGE_OVERRIDES, Project
from oer_build.strings import Strings, tongue
from oer_build.template_code import CompiledHere
from oer_build.template_words import WordsFirst

PACKAGE_TEMPLATES = Path(__file__).parent / "pages" / "templates"


class TemplateFault(Exception):
    """A page template could not be drawn: what Jinja says, and where (`span` is relative to the project)."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.span = span


def url(path: str) -> str:
    """The address of a path under the site, for templates: `{{ url("map/") }}`."""
    return ROOT + path


_TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(r"(?P<name>\s[^\s=<>\"'/]+)=(?P<quote>[\"'])(?P<value>.*?)(?P=quote)", re.DOTALL)
_NAMES = frozenset(
    "id for name headers data-oer-copy aria-labelledby aria-describedby aria-controls aria-details".split()  # noqa: SIM905
)
"""Attributes that hold identifiers, parted by spaces."""
_ADDRESSES = frozenset({"href", "action"})
_HEADING = re.compile(r"\A(</?h)([2-5])(?=[\s>])")


def within(html: str, prefix: str) -> Markup:
    """The HTML of one text inside a page that holds several: its identifiers, and what refers to them, begin
    with `prefix`, and its headings go down one level. For HTML that our templates drew, whose attributes are
    quoted; what only looks like a tag or an attribute, in a text or in a value, stays as it is."""

    def attribute(match: re.Match[str]) -> str:
        name, value = match["name"].strip(), match["value"]
        if name in _NAMES:
            value = " ".join(prefix + word for word in value.split())
        elif name in _ADDRESSES and value.startswith("#") and value != "#":
            value = f"#{prefix}{value[1:]}"
        return f"{match['name']}={match['quote']}{value}{match['quote']}"

    def tag(match: re.Match[str]) -> str:
        lowered = _HEADING.sub(lambda level: f"{level[1]}{int(level[2]) + 1}", match[0])
        return _ATTRIBUTE.sub(attribute, lowered)

    return Markup(_TAG.sub(tag, str(html)))  # noqa: S704  (only names and levels are changed)


def environment(project: Project, strings: Strings) -> Environment:
    """The environment of one build. Overrides lie in `overrides/pages/` under the names of the package's
    templates."""
    env = Environment(
        loader=ChoiceLoader(
            [FileSystemLoader(project.root / PAGE_OVERRIDES), FileSystemLoader(PACKAGE_TEMPLATES)]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=CompiledHere(strings.edition),
    )
    env.install_gettext_callables(strings.gettext, strings.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.code_generator_class = WordsFirst
    env.signs = strings.signs  # type: ignore[attr-defined]
    env.globals["url"] = url
    env.globals["shapes"] = SHAPES
    # A site says the same lengths and dates over and over; Babel takes 50 microseconds for each.
    env.filters.update(
        hours=cache(strings.hours),
        number=cache(strings.number),
        date=cache(strings.date),
        clock=cache(strings.clock),
        day=cache(strings.day),
        month=cache(strings.month),
        language_name=cache(strings.language_name),
        listing=strings.listing,
        period=cache(strings.period),
        region=cache(strings.region),
        tongue=tongue,
        within=within,
    )
    return env


def draw(env: Environment, name: str, context: dict[str, Any]) -> Markup:
    """The body that template `name` (without ending) makes of a context.

    Raises `TemplateFault` where the template, ours or the project's, is wrong.
    """
    try:
        return Markup(env.get_template(f"{name}.html.jinja").render(context))  # noqa: S704  (autoescaped)
    except (TemplateError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError) as fault:
        line = getattr(fault, "lineno", None) or _line_in(fault)
        file = getattr(fault, "name", None) or f"{name}.html.jinja"
        raise TemplateFault(
            str(fault) or type(fault).__name__, Span(f"{PAGE_OVERRIDES}/{file}", line or 1)
        ) from fault


def _line_in(fault: Exception) -> int:
    """The line of the template in which an error arose: Jinja rewrites the traceback to its templates'
    lines."""
    line, trace = 1, fault.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".jinja"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
