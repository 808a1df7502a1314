"""Who speaks on a page that is not in the language of the site: words and templates in its own language.

A page in another language has the words of the interface around its text in that language too, where there
are any: a lesson in English on an Arabic site says "Exercise" and not its Arabic name. Where there are none,
the site's own words stand there, and only the author's text is marked as being in another language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from jinja2 import Environment

from oer_build.diagnostics import Report
from oer_build.model import Catalogue
from oer_build.project import STRING_OVERRIDES, Project
from oer_build.strings import Strings, StringsFault
from oer_build.templates import environment


class _Written(Protocol):
    @property
    def in_language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Voice:
    """The words of one language, and the templates that say them."""

    strings: Strings
    env: Environment


def voices(catalogue: Catalogue, project: Project, report: Report) -> dict[str, Voice]:
    """A voice for each language in which a record is written, the site's left out."""
    found: dict[str, Voice] = {}
    for tag in sorted(set(_languages(catalogue)) - {catalogue.site.language, ""}):
        try:
            strings = Strings(tag, project.root / STRING_OVERRIDES)
        except StringsFault as fault:
            report.add("unreadable-strings", fault.span, str(fault), fault.hint)
            strings = Strings(tag)
        if strings.has_words:
            found[tag] = Voice(strings, environment(project, strings))
    return found


def _languages(catalogue: Catalogue) -> Iterator[str]:
    kinds: tuple[Mapping[str, _Written], ...] = (
        catalogue.modules,
        catalogue.courses,
        catalogue.programmes,
        catalogue.articles,
        catalogue.opportunities,
        catalogue.packs,
        catalogue.stories,
    )
    for records in kinds:
        for record in records.values():
            yield record.in_language
