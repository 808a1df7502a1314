"""The whole walk on one screen: read, check shape, link, ask, draw, hand over.

Everything is a value and the only state is in `compile_site`'s locals. A host calls it, shows the report, and
publishes pages and files only if the report has no errors.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from oer_build import analysis, crossref, exports, pages
from oer_build.cache import Store, digest
from oer_build.diagnostics import Report
from oer_build.exports import PublishedFile
from oer_build.files import read_project
from oer_build.lesson import Lesson
from oer_build.link import link
from oer_build.linkcheck import check_links
from oer_build.load import load
from oer_build.markup import Labels, TermIndex, references_in, render
from oer_build.model import Catalogue
from oer_build.pages.page import Page
from oer_build.pages.texts import Text, texts_of
from oer_build.project import STRING_OVERRIDES, Project
from oer_build.strings import Strings
from oer_build.templates import TemplateFault, environment
from oer_build.version import __version__

_LESSON: TypeAdapter[Lesson] = TypeAdapter(Lesson)


@dataclass(frozen=True, slots=True)
class Compilation:
    """What a compiler run made. Hosts publish `pages` and `files` only when `report` has no errors."""

    catalogue: Catalogue
    lessons: Mapping[str, Lesson]
    pages: tuple[Page, ...]
    files: tuple[PublishedFile, ...]
    report: Report


def compile_site(project: Project) -> Compilation:
    """Compile a project. Never raises for what authors write: problems are in the report, all of them."""
    report = Report()
    sources = read_project(project, report)
    loaded = load(sources, project, report)
    catalogue = link(loaded, project.site, report)
    strings = Strings(project.site.language, project.root / STRING_OVERRIDES)
    lessons = _render(catalogue, loaded.broken, strings, Store(project.cache), report)
    analysis.check(catalogue, report, lessons)
    try:
        drawn = pages.draw(catalogue, lessons, environment(project, strings), strings)
    except TemplateFault as fault:
        report.add("template-fault", fault.span, str(fault), "mend the template; its context is documented")
        drawn = ()
    files = exports.export(
        catalogue, lessons, sources, lambda file: (project.root / file).read_bytes(), strings
    )
    check_links(lessons, drawn, files, loaded.broken_addresses, report)
    return Compilation(catalogue, lessons, drawn, files, report)


def _render(
    catalogue: Catalogue, broken: Container[tuple[str, str]], strings: Strings, store: Store, report: Report
) -> dict[str, Lesson]:
    """Every text of the catalogue as a lesson, by the key that `texts_of` gave it; from the store where unchanged."""
    terms = TermIndex(catalogue.terms.values())
    _ = strings.gettext
    labels = Labels(
        table=_("Table {number}"),
        footnotes=_("Footnotes"),
        footnote=_("Footnote {number}"),
        back=_("Back to the text of footnote {number}"),
    )
    return {
        text.key: _lesson(text, catalogue, broken, terms, labels, store, report)
        for text in texts_of(catalogue)
    }


def _lesson(
    text: Text,
    catalogue: Catalogue,
    broken: Container[tuple[str, str]],
    terms: TermIndex,
    labels: Labels,
    store: Store,
    report: Report,
) -> Lesson:
    uses = references_in(text.markdown, text.span.file, text.line, text.column)
    targets = crossref.resolve(uses, catalogue, text.sources, text.page_path, broken, report)
    key = digest(
        [
            __version__,
            text.span.file,
            str(text.line),
            str(text.column),
            str(text.minutes),
            text.page_path,
            text.markdown,
            terms.digest if text.link_terms else "",
            repr(labels),
            *(f"{name}={target.path}={target.title}" for name, target in sorted(targets.items())),
        ]
    )
    kept = store.get(key)
    if kept is not None:
        try:
            return _LESSON.validate_json(kept)
        except ValidationError:
            pass  # a damaged entry is made anew
    problems = Report()
    lesson = render(
        text.markdown,
        file=text.span.file,
        line=text.line,
        column=text.column,
        page_path=text.page_path,
        targets=targets,
        terms=terms if text.link_terms else None,
        minutes=text.minutes,
        labels=labels,
        report=problems,
    )
    report.extend(problems)
    if not len(problems):
        store.put(key, _LESSON.dump_json(lesson))
    return lesson
