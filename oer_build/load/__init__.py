"""Sources to records: each text is parsed, held to the schema of its kind and made a value of the model.

A record that cannot be read or has the wrong shape is reported and left out, and its identifier is
remembered as broken, so that what refers to it is not reported as well. Knows nothing of what references
lead to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from oer_build import model
from oer_build.diagnostics import Report, Span
from oer_build.files import ADDRESSES, LIST_PAGES, Place, Sources
from oer_build.load.community import Community
from oer_build.load.headings import first_heading
from oer_build.load.licences import read_assets
from oer_build.load.pieces import Pieces
from oer_build.load.problems import meant, missing, report_problems
from oer_build.load.programmes import Programmes
from oer_build.load.records import Records
from oer_build.project import Project
from oer_build.schema.article import Article
from oer_build.schema.calendar import Calendar
from oer_build.schema.calls import Calls
from oer_build.schema.competency import Competency
from oer_build.schema.course import Course
from oer_build.schema.crosswalk import Crosswalk
from oer_build.schema.framework import Framework
from oer_build.schema.glossary import Glossary
from oer_build.schema.module import Module
from oer_build.schema.opportunity import Opportunity
from oer_build.schema.organisation import Organisation
from oer_build.schema.pack import Pack
from oer_build.schema.programme import Programme
from oer_build.schema.role import Role
from oer_build.schema.story import Story
from oer_build.schema.wishes import Wishes
from oer_build.source import Document, parse_yaml, split_front_matter

R = TypeVar("R", bound=BaseModel)
V = TypeVar("V")

_UNNAMED = ("framework", "glossary", "calls", "wishes", "calendar", "article")
"""Kinds whose files are not named after a record."""


@dataclass(slots=True)
class Loaded:
    """All records of a project in the order of display, not yet linked."""

    framework: model.Framework | None = None
    framework_attempted: bool = False
    """Whether there is a framework file, readable or not."""
    competencies: list[model.Competency] = field(default_factory=list)
    roles: list[model.Role] = field(default_factory=list)
    crosswalks: list[model.Crosswalk] = field(default_factory=list)
    modules: list[model.Module] = field(default_factory=list)
    courses: list[model.Course] = field(default_factory=list)
    programmes: list[model.Programme] = field(default_factory=list)
    opportunities: list[model.Opportunity] = field(default_factory=list)
    organisations: list[model.Organisation] = field(default_factory=list)
    packs: list[model.Pack] = field(default_factory=list)
    stories: list[model.Story] = field(default_factory=list)
    calls: list[model.Call] = field(default_factory=list)
    wishes: list[model.Wish] = field(default_factory=list)
    events: list[model.Event] = field(default_factory=list)
    terms: list[model.Term] = field(default_factory=list)
    articles: list[model.Article] = field(default_factory=list)
    assets: list[model.Asset] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """Kind and identifier (of a page or asset: its address) of what is there but could not be used."""

    @property
    def broken_addresses(self) -> frozenset[str]:
        """Addresses under the site of what is there but could not be used."""
        return frozenset(
            LIST_PAGES.get(kind)
            or f"{ADDRESSES.get(kind, '')}{name}" + ("" if kind == "asset" or name.endswith("/") else "/")
            for kind, name in self.broken
        )


def load(sources: Sources, project: Project, report: Report) -> Loaded:
    """The records of a project. Every problem of shape is in the report."""
    return _Loader(sources, project, report).load()


class _Loader:
    def __init__(self, sources: Sources, project: Project, report: Report) -> None:
        self._sources = sources
        self._report = report
        self._loaded = Loaded(broken=set(sources.refused))
        self._pieces = Pieces(project.site, report)
        self._records = Records(self._pieces)
        self._programmes = Programmes(self._pieces)
        self._community = Community(self._pieces)

    def load(self) -> Loaded:
        loaded = self._loaded
        by_kind: dict[str, list[tuple[str, Place]]] = {}
        for file, place in self._sources.places.items():
            by_kind.setdefault(place.kind, []).append((file, place))
        for kind, read in self._readers().items():
            for file, place in by_kind.get(kind, []):
                read(file, place)
            if kind == "framework":
                loaded.framework_attempted |= ("framework", "framework") in loaded.broken
        loaded.assets = read_assets(self._sources, self._report)
        loaded.courses.sort(key=lambda course: (len(course.modules), course.title.casefold()))
        loaded.competencies.sort(key=lambda one: (not one.human_coding_scheme, *_natural(one)))
        loaded.terms.sort(key=lambda term: (term.term.casefold(), term.identifier))
        return loaded

    def _readers(self) -> dict[str, Callable[[str, Place], None]]:
        """What reads which kind, the framework first: the others are held to its levels."""
        loaded, records, community = self._loaded, self._records, self._community
        return {
            "framework": self._framework,
            "competency": self._data(Competency, records.competency, loaded.competencies),
            "role": self._data(Role, records.role, loaded.roles),
            "crosswalk": self._data(Crosswalk, records.crosswalk, loaded.crosswalks),
            "glossary": self._list(Glossary, records.terms, loaded.terms),
            "module": self._module,
            "course": self._text(Course, records.course, loaded.courses),
            "programme": self._text(Programme, self._programmes.programme, loaded.programmes),
            "organisation": self._data(Organisation, community.organisation, loaded.organisations),
            "opportunity": self._text(Opportunity, community.opportunity, loaded.opportunities),
            "pack": self._text(Pack, community.pack, loaded.packs),
            "story": self._text(Story, community.story, loaded.stories),
            "calls": self._list(Calls, community.calls, loaded.calls),
            "wishes": self._list(Wishes, community.wishes, loaded.wishes),
            "calendar": self._list(Calendar, community.events, loaded.events),
            "article": self._article,
        }

    # -- three forms of record: data, data of many, data and text ------------------------------------------

    def _data(
        self, schema: type[R], build: Callable[[R, str, Document], V], into: list[V]
    ) -> Callable[[str, Place], None]:
        def read(file: str, place: Place) -> None:
            document = self._yaml(file)
            record = self._shape(schema, document, place)
            if record is not None and document is not None:
                into.append(build(record, place.identifier, document))

        return read

    def _list(
        self, schema: type[R], build: Callable[[R, Document], list[V]], into: list[V]
    ) -> Callable[[str, Place], None]:
        def read(file: str, place: Place) -> None:
            document = self._yaml(file)
            record = self._shape(schema, document, place)
            if record is not None and document is not None:
                into.extend(build(record, document))

        return read

    def _text(
        self, schema: type[R], build: Callable[[R, str, Document, str, int], V], into: list[V]
    ) -> Callable[[str, Place], None]:
        def read(file: str, place: Place) -> None:
            document, body, body_line = self._front_matter(file)
            record = self._shape(schema, document, place)
            if record is not None and document is not None:
                into.append(build(record, place.identifier, document, body, body_line))

        return read

    # -- kinds with rules of their own ---------------------------------------------------------------------

    def _framework(self, file: str, place: Place) -> None:
        self._loaded.framework_attempted = True
        document = self._yaml(file)
        record = self._shape(Framework, document, place)
        if record is not None and document is not None:
            self._loaded.framework = self._records.framework(record, document)
            self._pieces.levels = [level.identifier for level in self._loaded.framework.levels]

    def _module(self, file: str, place: Place) -> None:
        document, body, body_line = self._front_matter(file)
        timed = document is None or self._is_timed(document)
        record = self._shape(Module, document, place)
        if document is None or record is None or not timed:
            self._break(place)
            return
        planned, written = record.creativeWorkStatus == "planned", bool(body.strip())
        status = document.key_span(("creativeWorkStatus",))
        if not planned and not written:
            self._report.add(
                "missing-text",
                status,
                "this module has no text",
                "write it below the front matter, or say creativeWorkStatus: planned",
            )
        if planned and written:
            self._report.add(
                "planned-with-text",
                status,
                "this module is planned: its text is not published",
                "say creativeWorkStatus: draft when readers may see it",
            )
        self._loaded.modules.append(
            self._records.module(record, place.identifier, document, body if written else "", body_line)
        )

    def _is_timed(self, document: Document) -> bool:
        """A module that is not planned says how long it takes. Asked apart, as one key depends on another."""
        data = document.data
        if not isinstance(data, dict) or "timeRequired" in data:
            return True
        if data.get("creativeWorkStatus") == "planned" or any(
            meant(key, Module) == "timeRequired" for key in data if key not in Module.model_fields
        ):
            return True
        missing(("timeRequired",), document, self._report)
        return False

    def _article(self, file: str, place: Place) -> None:
        document, body, body_line = self._front_matter(file, required=False)
        record = self._shape(Article, document, place)
        if record is None or document is None:
            return
        title = record.title or first_heading(body)
        if not title:
            self._report.add(
                "missing-key",
                Span(file),
                "this page has no title",
                "begin the text with a heading '# ...', or give it `title` in front matter",
            )
            self._break(place)
            return
        self._loaded.articles.append(
            self._records.article(record, place.address, title, document, body, body_line)
        )

    # -- reading -------------------------------------------------------------------------------------------

    def _yaml(self, file: str) -> Document | None:
        return parse_yaml(self._sources.records[file], file, self._report)

    def _front_matter(self, file: str, required: bool = True) -> tuple[Document | None, str, int]:
        return split_front_matter(self._sources.records[file], file, self._report, required=required)

    def _shape(self, schema: type[R], document: Document | None, place: Place) -> R | None:
        """The record of a document, or None with the reasons in the report and the identifier broken."""
        record = None
        if document is not None:
            try:
                record = schema.model_validate(document.data)
            except ValidationError as error:
                report_problems(error, schema, document, self._report)
            if not self._named_as_filed(document, place):
                record = None
        if record is None:
            self._break(place)
        return record

    def _named_as_filed(self, document: Document, place: Place) -> bool:
        if place.kind in _UNNAMED or not isinstance(document.data, dict):
            return True
        said = document.data.get("identifier")
        if said is None or isinstance(said, list | dict | bool) or str(said) == place.identifier:
            return True
        self._report.add(
            "identifier-mismatch",
            document.span(("identifier",)),
            f"the identifier '{said}' is not the name '{place.identifier}' under which the record is filed",
            f"write '{place.identifier}', or remove the key",
        )
        return False

    def _break(self, place: Place) -> None:
        self._loaded.broken.add((place.kind, place.identifier or place.address))


def _natural(competency: model.Competency) -> tuple[list[tuple[int, str]], str]:
    """A key of the order in which people read codes: C2 before C10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", competency.human_coding_scheme)
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts], competency.identifier


__all__ = ["Loaded", "load"]
