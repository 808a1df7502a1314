"""Cross-references in prose: what `[[users@working]]`, `[[module:x]]` and `[[source:y]]` of a text point
to."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from oer_build.diagnostics import Report, near_miss
from oer_build.files import ADDRESSES
from oer_build.markup import ReferenceUse, Target
from oer_build.model import Catalogue, Work
from oer_build.strings import direction


def source_anchor(identifier: str) -> str:
    """The anchor of a cited work in the list of sources of its page."""
    return f"source-{identifier}"


def resolve(
    uses: Iterable[ReferenceUse],
    catalogue: Catalogue,
    sources: Sequence[Work],
    page_path: str,
    broken: Container[tuple[str, str]],
    report: Report,
    language: str = "",
) -> dict[str, Target]:
    """Targets by the text between the brackets. What does not resolve is reported and has no target.
    `language` is that of the text; empty: that of the site.

    `broken` are records, by kind and identifier, that are there but could not be read: that is reported
    already.
    """
    targets: dict[str, Target] = {}
    cited = {work.identifier: work for work in sources if work.identifier}
    for use in uses:
        if (use.kind, use.identifier) in broken:
            continue
        if use.kind == "source":
            target = _source(use, cited, page_path, report)
        elif use.kind == "competency":
            target = _competency(use, catalogue, report)
        else:
            target = _record(use, catalogue, report)
        if target and use.kind != "source":
            around = language or catalogue.site.language
            target = _spoken(target, _language_of(use, catalogue), around)
        if target:
            targets[use.key] = target
    return targets


def _spoken(target: Target, written: str, around: str) -> Target:
    """A target that says its language where the text around it is in another."""
    return target if written == around else replace(target, language=written, direction=direction(written))


def _language_of(use: ReferenceUse, catalogue: Catalogue) -> str:
    """The language of the title of what a reference leads to."""
    kinds: dict[str, Mapping[str, object]] = {
        "module": catalogue.modules,
        "course": catalogue.courses,
        "programme": catalogue.programmes,
        "opportunity": catalogue.opportunities,
        "pack": catalogue.packs,
        "story": catalogue.stories,
    }
    if use.kind == "competency":
        return catalogue.framework.in_language if catalogue.framework else catalogue.site.language
    return str(getattr(kinds.get(use.kind, {}).get(use.identifier), "in_language", catalogue.site.language))


def _competency(use: ReferenceUse, catalogue: Catalogue, report: Report) -> Target | None:
    competency = catalogue.competencies.get(use.identifier)
    if competency is None:
        _unknown(use, "competency", list(catalogue.competencies), report)
        return None
    path = f"competencies/{competency.identifier}/"
    if not use.level:
        return Target(path, competency.title)
    level = catalogue.framework.level(use.level) if catalogue.framework else None
    if level is None:
        if catalogue.framework is None:
            return None  # its absence or fault is reported already
        _unknown(use, "level", [level.identifier for level in catalogue.levels], report, use.level)
        return None
    return Target(f"{path}#{level.identifier}", f"{competency.title} ({level.title})")


class _Titled(Protocol):
    @property
    def title(self) -> str: ...


def _record(use: ReferenceUse, catalogue: Catalogue, report: Report) -> Target | None:
    records: Mapping[str, _Titled] = {
        "module": catalogue.modules,
        "course": catalogue.courses,
        "programme": catalogue.programmes,
        "opportunity": catalogue.opportunities,
        "organisation": catalogue.organisations,
        "pack": catalogue.packs,
        "story": catalogue.stories,
    }[use.kind]  # type: ignore[assignment]
    record = records.get(use.identifier)
    if record is None:
        _unknown(use, use.kind, list(records), report)
        return None
    return Target(f"{ADDRESSES[use.kind]}{use.identifier}/", record.title)


def _source(use: ReferenceUse, cited: dict[str, Work], page_path: str, report: Report) -> Target | None:
    work = cited.get(use.identifier)
    if work is None:
        _unknown(use, "source", list(cited), report)
        return None
    title = f"{work.creator}, {work.year}" if work.year else work.creator
    return Target(f"{page_path}#{source_anchor(work.identifier)}", title)


def _unknown(use: ReferenceUse, kind: str, known: list[str], report: Report, word: str = "") -> None:
    word = word or use.identifier
    nearest = near_miss(word, known)
    message = f"the framework has no level '{word}'" if kind == "level" else f"no {kind} '{word}'"
    if nearest:
        hint = f"did you mean '{nearest}'?"
    elif kind == "source":
        hint = "add the work to `sources` in the front matter with this identifier"
    elif kind == "level":
        hint = "use one of: " + ", ".join(known) if known else "leave the level out"
    else:
        hint = f"write the identifier of a {kind} that exists"
    code = f"unknown-{kind}" if kind in ("competency", "level", "module", "source") else "unknown-record"
    report.add(code, use.span, message, hint)
