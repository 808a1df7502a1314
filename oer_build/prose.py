"""Every text of a catalogue rendered once: cross-references resolved, kept in the store while nothing it
depends on changes.

The only caller of `markup.render`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from oer_build import crossref, lesson, markup
from oer_build.cache import Store, digest
from oer_build.diagnostics import Report
from oer_build.lesson import Lesson
from oer_build.markup import Labels, Target, TermIndex, references_in, render
from oer_build.model import Catalogue
from oer_build.strings import Strings
from oer_build.texts import Text, texts_of

_FILE_NAME = re.compile(r"[\w.-]+\.[A-Za-z]{3,4}\b")
_LESSON: TypeAdapter[Lesson] = TypeAdapter(Lesson)


@dataclass(frozen=True, slots=True)
class _Prose:
    """What all texts of a catalogue are rendered with."""

    catalogue: Catalogue
    broken: Container[tuple[str, str]]
    terms: TermIndex
    labels: Mapping[str, Labels]
    """The few words of the interface in a text, by its language; the site's under the empty tag."""
    sizes: Mapping[str, tuple[int, int]]
    """Width and height of pictures, by their address under the site."""
    named: Mapping[str, str]
    """What is known of the sizes of pictures, by the names of their files."""
    store: Store


def lessons_of(
    catalogue: Catalogue,
    broken: Container[tuple[str, str]],
    spoken: Mapping[str, Strings],
    store: Store,
    report: Report,
) -> dict[str, Lesson]:
    """Lessons by the keys that `texts_of` gives. `spoken` are the words of the interface by language, the
    site's among them.

    `broken` are records, by kind and identifier, that are there but could not be read: references to them are
    not reported again.
    """
    sizes = {path: asset.picture for path, asset in catalogue.assets.items() if asset.picture}
    named: dict[str, str] = {}
    for path, size in sizes.items():
        name = path.rpartition("/")[2]
        named[name] = f"{named.get(name, '')} {path}={size}"
    terms = TermIndex(catalogue.terms.values())
    labels = {tag: _labels(strings) for tag, strings in spoken.items()}
    labels[""] = labels[catalogue.site.language]
    prose = _Prose(catalogue, broken, terms, labels, sizes, named, store)
    return {text.key: _lesson(text, prose, report) for text in texts_of(catalogue)}


def _lesson(text: Text, prose: _Prose, report: Report) -> Lesson:
    uses = references_in(text.markdown, text.span.file, text.line, text.column)
    language = text.language or prose.catalogue.site.language
    targets = crossref.resolve(
        uses, prose.catalogue, text.sources, text.page_path, prose.broken, report, language
    )
    key = _key(text, targets, prose)
    kept = prose.store.get(key)
    if kept is not None:
        try:
            return _LESSON.validate_json(kept)
        except ValidationError:
            pass  # a damaged entry is made anew
    problems = Report()
    made = render(
        text.markdown,
        file=text.span.file,
        line=text.line,
        column=text.column,
        page_path=text.page_path,
        targets=targets,
        terms=prose.terms if text.link_terms else None,
        minutes=text.minutes,
        labels=prose.labels.get(text.language, prose.labels[""]),
        sizes=prose.sizes,
        report=problems,
    )
    report.extend(problems)
    if not len(problems):
        prose.store.put(key, _LESSON.dump_json(made))
    return made


@cache
def renderer() -> str:
    """A digest of the code that renders, so that a changed rule never meets what an older one made."""
    ours = [Path(lesson.__file__), *sorted(Path(markup.__file__).parent.glob("*.py"))]
    theirs = [f"{name} {version(name)}" for name in ("markdown", "nh3", "pymdown-extensions")]
    return digest([*theirs, *(file.read_text("utf-8") for file in ours)])


def _key(text: Text, targets: dict[str, Target], prose: _Prose) -> str:
    """A digest of all that the rendering of a text depends on."""
    return digest(
        [
            renderer(),
            text.span.file,
            str(text.line),
            str(text.column),
            str(text.minutes),
            text.page_path,
            text.markdown,
            prose.terms.digest if text.link_terms else "",
            repr(prose.labels.get(text.language, prose.labels[""])),
            *(prose.named.get(name, "") for name in _FILE_NAME.findall(text.markdown)),
            *(
                f"{name}={target.path}={target.title}={target.language}"
                for name, target in sorted(targets.items())
            ),
        ]
    )


def _labels(strings: Strings) -> Labels:
    _ = strings.gettext
    return Labels(
        table=_("Table {number}"),
        picture=_("Open the picture large"),
        footnotes=_("Footnotes"),
        footnote=_("Footnote {number}"),
        back=_("Back to the text of footnote {number}"),
        notes={
            "note": _("Note"),
            "abstract": _("Abstract"),
            "info": _("Info"),
            "tip": _("Tip"),
            "success": _("Success"),
            "question": _("Question"),
            "warning": _("Warning"),
            "failure": _("Failure"),
            "danger": _("Danger"),
            "bug": _("Bug"),
            "example": _("Example"),
            "quote": _("Quote"),
        },
    )
