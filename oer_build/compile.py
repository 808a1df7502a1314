"""The whole walk on one screen: read, check shape, link, render, ask, draw, hand over.

Everything is a value and the only state is in `compile_site`'s locals. A host calls it, shows the report, and
publishes pages and files only if the report has no errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from oer_build import analysis, exports, pages
from oer_build.cache import Store
from oer_build.diagnostics import Report
from oer_build.exports import PublishedFile
from oer_build.files import read_project
from oer_build.lesson import Lesson
from oer_build.link import link
from oer_build.linkcheck import check_links
from oer_build.load import load
from oer_build.load.audit import read_audit
from oer_build.look import SHEET, compile_look
from oer_build.model import Catalogue
from oer_build.pages.page import Page
from oer_build.project import STRING_OVERRIDES, Project
from oer_build.prose import lessons_of
from oer_build.strings import Strings, StringsFault
from oer_build.templates import TemplateFault, environment
from oer_build.voices import voices


@dataclass(frozen=True, slots=True)
class Compilation:
    """What a compiler run made. Hosts publish `pages` and `files` only when `report` has no errors."""

    catalogue: Catalogue
    lessons: Mapping[str, Lesson]
    pages: tuple[Page, ...]
    files: tuple[PublishedFile, ...]
    strings: Strings
    report: Report
    spoken: Mapping[str, Strings] = field(default_factory=dict)
    """The words of the interface by language: the site's, and those of pages in another one."""


def compile_site(project: Project) -> Compilation:
    """Compile a project. Never raises for what authors write: problems are in the report, all of them."""
    report = Report()
    report.extend(project.faults)
    look = compile_look(project.look, project.settings, report)
    strings = _strings(project, report)
    sources = read_project(project, report)
    loaded = load(sources, project, report)
    site = replace(project.site, audit=read_audit(project.root, report))
    catalogue = link(loaded, site, report)
    others = voices(catalogue, project, report)
    spoken = {catalogue.site.language: strings} | {tag: voice.strings for tag, voice in others.items()}
    lessons = lessons_of(catalogue, loaded.broken, spoken, Store(project.cache), report)
    analysis.check(catalogue, report, lessons)
    files = exports.export(
        catalogue, lessons, sources, lambda file: (project.root / file).read_bytes(), strings
    )
    if look:
        files = (*files, PublishedFile(SHEET, look.encode()))
    try:
        drawn = pages.draw(catalogue, lessons, environment(project, strings), strings, others)
    except TemplateFault as fault:
        report.add("template-fault", fault.span, str(fault), "mend the template; its context is documented")
        drawn = ()
    else:
        check_links(lessons, drawn, files, loaded.broken_addresses, report)
    return Compilation(catalogue, lessons, drawn, files, strings, report, spoken)


def _strings(project: Project, report: Report) -> Strings:
    """The words of the interface, the project's over the package's; the package's alone where the project's
    are broken."""
    try:
        return Strings(project.site.language, project.root / STRING_OVERRIDES)
    except StringsFault as fault:
        report.add("unreadable-strings", fault.span, str(fault), fault.hint)
        return Strings(project.site.language)
