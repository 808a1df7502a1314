"""What there is to translate, and files for the people who translate it.

Reads the source of the package, installed or not: words stand where they are used, and nowhere else.

Knows gettext catalogues and where words are written; what a catalogue does to pages is `strings.py`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import PoFileError, read_po, write_po
from jinja2 import TemplateError

from oer_build.strings import PACKAGE_STRINGS
from oer_build.theme import WORDS

PACKAGE = Path(__file__).parent
WIDTH = 110
COMMENT = (
    "The words of the interface in %(name)s. What is left empty stays as the tool says it, or in English."
)
_CALLS = {"_": None, "gettext": None, "n_": (1, 2), "ngettext": (1, 2)}
_JINJA = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
_UNSAID = re.compile(
    r'^"(?:POT-Creation-Date: |Generated-By: |Language-Team: [^"]*LL@li\.org|'
    r'[A-Za-z-]+: (?:YEAR-MO-DA|FULL NAME|EMAIL@ADDRESS|PROJECT VERSION))[^"]*\\n"\n',
    re.MULTILINE,
)
"""Lines of a header that say nothing, or the time at which a program ran."""


class TranslationFault(Exception):
    """A file for a translator cannot be read or written; the text says why."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What an update found."""

    translated: int
    """Strings that the file translates."""
    empty: int
    """Strings that it leaves empty."""
    packaged: int
    """Of those left empty: how many the package translates."""
    new: int
    """Strings that the file did not have before."""
    obsolete: int
    """Translations kept at the end of the file, of words that are gone."""


def wording(project_templates: Path | None = None) -> Catalog:
    """Every string of the interface, in the order of the files that use it; without translations.

    `project_templates` are page templates of a project, whose own words are listed after the package's.
    """
    found = Catalog()
    for place, message in _said(project_templates):
        found.add(message, locations=[(place, 1)])
    return found


def update(file: Path, language: str, project_templates: Path | None = None) -> Counts:
    """Write the file of a language, or bring it up to date.

    Translations stay, new strings are empty, and those of words that are gone are kept as obsolete. Raises
    `TranslationFault`.
    """
    there = file.exists()
    catalogue = _read(file, language) if there else _begun(language)
    before = {message.id for message in catalogue}
    known_words = wording(project_templates)
    for key in list(catalogue.obsolete):
        if key in known_words and key not in catalogue:  # a word that has come back
            catalogue[key] = catalogue.obsolete.pop(key)
    catalogue.update(known_words, no_fuzzy_matching=True)
    ours = PACKAGE_STRINGS / f"{catalogue.locale.language if catalogue.locale else language}.po"
    packaged = _read(ours, language) if ours.is_file() and ours.resolve() != file.resolve() else Catalog()
    counts = {"translated": 0, "empty": 0, "packaged": 0, "new": 0}
    for message in catalogue:
        if not message.id:
            continue
        message.flags.discard("python-brace-format")
        counts["new"] += message.id not in before
        if _whole(message.string):
            counts["translated"] += 1
            continue
        counts["empty"] += 1
        known = packaged.get(message.id if isinstance(message.id, str) else message.id[0])
        if known is not None and _whole(known.string):
            counts["packaged"] += 1
            said = known.string if isinstance(known.string, str) else " / ".join(known.string or ())
            message.auto_comments = [f"The tool says: {said}"]
    _write(file, catalogue)
    return Counts(**counts, obsolete=len(catalogue.obsolete))


def _said(project_templates: Path | None) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Each use of a string: the file and the string, or its singular and plural."""
    for text in WORDS.values():
        yield "oer_build/theme/__init__.py", text
    for file in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.jinja")]):
        yield from _said_in(file, f"{PACKAGE.name}/{file.relative_to(PACKAGE).as_posix()}")
    if project_templates and project_templates.is_dir():
        for file in sorted(project_templates.rglob("*.jinja")):
            yield from _said_in(file, f"overrides/pages/{file.relative_to(project_templates).as_posix()}")


def _said_in(file: Path, place: str) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    method = "python" if file.suffix == ".py" else "jinja2.ext:babel_extract"
    options = {} if file.suffix == ".py" else _JINJA
    try:
        with file.open("rb") as source:
            for _line, message, _comments, _context in extract(method, source, _CALLS, options=options):
                yield place, message
    except (OSError, SyntaxError, ValueError, TemplateError) as fault:
        raise TranslationFault(f"{place} cannot be read: {fault}") from fault


def _begun(language: str) -> Catalog:
    try:
        catalogue = Catalog(locale=language.replace("-", "_"), fuzzy=False)
    except ValueError as fault:  # private, of an extension, or with two variants
        raise TranslationFault(
            f"a catalogue cannot be named after '{language}'; write the tag without its last parts, "
            f"such as '{language.split('-')[0]}'"
        ) from fault
    name = catalogue.locale.english_name if catalogue.locale else language
    catalogue.header_comment = f"# {COMMENT % {'name': name}}"
    return catalogue


def _read(file: Path, language: str) -> Catalog:
    try:
        with file.open("rb") as source:
            return read_po(source, locale=language.replace("-", "_"), abort_invalid=True)
    except (PoFileError, OSError, ValueError, LookupError) as fault:
        raise TranslationFault(f"{file} cannot be read: {fault}") from fault


def _write(file: Path, catalogue: Catalog) -> None:
    written = io.BytesIO()
    write_po(written, catalogue, width=WIDTH, include_lineno=False)
    text = _UNSAID.sub("", written.getvalue().decode(catalogue.charset))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode(catalogue.charset))
    except OSError as fault:
        raise TranslationFault(f"{file} cannot be written: {fault.strerror}") from fault


def _whole(string: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether a string is translated, in all its plural forms."""
    return bool(string) and (isinstance(string, str) or all(string or ()))
