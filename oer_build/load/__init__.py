"""Sources to records: each text is parsed, held to the schema of its kind and made a value of the model.

A record that cannot be read or has the wrong shape is reported and left out, and its identifier is
remembered as broken, so that what refers to it is not reported as well. Knows nothing of what references
lead to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from oer_build import model
from oer_build.diagnostics import Report, Span
from oer_build.files import Place, Sources
from oer_build.load.headings import first_heading
from oer_build.load.licences import read_assets
from oer_build.load.problems import meant, missing, report_problems
from oer_build.load.records import Builder
from oer_build.project import Project
from oer_build.schema.article import Article
from oer_build.schema.competency import Competency
from oer_build.schema.course import Course
from oer_build.schema.crosswalk import Crosswalk
from oer_build.schema.framework import Framework
from oer_build.schema.glossary import Glossary
from oer_build.schema.module import Module
from oer_build.schema.role import Role
from oer_build.source import Document, parse_yaml, split_front_matter

R = TypeVar("R", bound=BaseModel)


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
    terms: list[model.Term] = field(default_factory=list)
    articles: list[model.Article] = field(default_factory=list)
    assets: list[model.Asset] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """Kind and identifier (of a page or asset: its address) of what is there but could not be used."""

    @property
    def broken_addresses(self) -> frozenset[str]:
        """Addresses under the site of what is there but could not be used."""
        folders = {
            "competency": "competencies/",
            "module": "modules/",
            "course": "courses/",
            "role": "roles/",
        }
        return frozenset(
            f"{folders.get(kind, '')}{name}" + ("" if kind == "asset" or name.endswith("/") else "/")
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
        self._build = Builder(project.site, report)

    def load(self) -> Loaded:
        loaded = self._loaded
        by_kind: dict[str, list[tuple[str, Place]]] = {}
        for file, place in self._sources.places.items():
            by_kind.setdefault(place.kind, []).append((file, place))
        for file, place in by_kind.get("framework", []):
            self._framework(file, place)
        loaded.framework_attempted |= ("framework", "framework") in loaded.broken
        for file, place in by_kind.get("competency", []):
            self._competency(file, place)
        for file, place in by_kind.get("role", []):
            self._role(file, place)
        for file, place in by_kind.get("crosswalk", []):
            self._crosswalk(file, place)
        for file, place in by_kind.get("glossary", []):
            self._glossary(file, place)
        for file, place in by_kind.get("module", []):
            self._module(file, place)
        for file, place in by_kind.get("course", []):
            self._course(file, place)
        for file, place in by_kind.get("article", []):
            self._article(file, place)
        loaded.assets = read_assets(self._sources, self._report)
        loaded.competencies.sort(key=lambda one: (not one.human_coding_scheme, *_natural(one)))
        loaded.terms.sort(key=lambda term: (term.term.casefold(), term.identifier))
        return loaded

    # -- one kind each -------------------------------------------------------------------------------------

    def _framework(self, file: str, place: Place) -> None:
        self._loaded.framework_attempted = True
        document = self._yaml(file)
        record = self._shape(Framework, document, place)
        if record is not None and document is not None:
            self._loaded.framework = self._build.framework(record, document)
            self._build.levels = [level.identifier for level in self._loaded.framework.levels]

    def _competency(self, file: str, place: Place) -> None:
        document = self._yaml(file)
        record = self._shape(Competency, document, place)
        if record is not None and document is not None:
            self._loaded.competencies.append(self._build.competency(record, place.identifier, document))

    def _role(self, file: str, place: Place) -> None:
        document = self._yaml(file)
        record = self._shape(Role, document, place)
        if record is not None and document is not None:
            self._loaded.roles.append(self._build.role(record, place.identifier, document))

    def _crosswalk(self, file: str, place: Place) -> None:
        document = self._yaml(file)
        record = self._shape(Crosswalk, document, place)
        if record is not None and document is not None:
            self._loaded.crosswalks.append(self._build.crosswalk(record, place.identifier, document))

    def _glossary(self, file: str, place: Place) -> None:
        document = self._yaml(file)
        record = self._shape(Glossary, document, place)
        if record is not None and document is not None:
            self._loaded.terms = self._build.terms(record, document)

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
            self._build.module(record, place.identifier, document, body if written else "", body_line)
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

    def _course(self, file: str, place: Place) -> None:
        document, body, body_line = self._front_matter(file)
        record = self._shape(Course, document, place)
        if record is not None and document is not None:
            self._loaded.courses.append(
                self._build.course(record, place.identifier, document, body, body_line)
            )

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
            self._build.article(record, place.address, title, document, body, body_line)
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
        if place.kind in ("framework", "glossary", "article") or not isinstance(document.data, dict):
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
