"""References of programmes, organisations, opportunities, packs, stories, calls, wishes and events."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from oer_build.diagnostics import Related, Span, near_miss
from oer_build.files import ADDRESSES
from oer_build.link.course import Linker, hint_for
from oer_build.load import Loaded
from oer_build.model import (
    Call,
    Event,
    Opportunity,
    Organisation,
    Pack,
    Programme,
    Reference,
    Relation,
    Session,
    Story,
    Wish,
)
from oer_build.project import CONTENT


class _Named(Protocol):
    @property
    def identifier(self) -> str: ...


_KINDS = {
    "organisation": "content/organisations/{}.yml",
    "opportunity": "content/opportunities/{}.md",
    "programme": "content/programmes/{}/index.md",
}
"""Kinds that records here refer to, and where the file of one lies."""

_WITH_CALLS = (
    "calendar/",
    "competencies/",
    "courses/",
    "modules/",
    "opportunities/",
    "organisations/",
    "packs/",
    "programmes/",
    "stories/",
)
"""Kinds of page that show what readers are asked to do."""


class CommunityLinker:
    """Resolves these records against each other and, through the linker of the course, against the rest."""

    def __init__(self, linker: Linker, loaded: Loaded) -> None:
        self._linker = linker
        self._known: dict[str, Mapping[str, Span]] = {
            "organisation": {one.identifier: one.span for one in loaded.organisations},
            "opportunity": {one.identifier: one.span for one in loaded.opportunities},
            "programme": {one.identifier: one.span for one in loaded.programmes},
        }
        self._assets = {asset.path for asset in loaded.assets}
        self._addresses = _addresses(loaded)

    def programme(self, programme: Programme) -> Programme:
        return replace(
            programme,
            days=tuple(
                replace(day, sessions=tuple(self._session(one) for one in day.sessions))
                for day in programme.days
            ),
        )

    def _session(self, session: Session) -> Session:
        if session.module is None:
            return session
        found = self._linker.modules_of((session.module,))
        return replace(session, module=found[0] if found else None)

    def organisation(self, one: Organisation) -> Organisation:
        return replace(
            one,
            member_of=self._records("organisation", one.member_of, itself=one.identifier),
            partners=self._records("organisation", one.partners, itself=one.identifier),
        )

    def opportunity(self, one: Opportunity) -> Opportunity:
        return replace(
            one,
            provider=self._records("organisation", one.provider),
            host=self._records("organisation", one.host),
            competencies=self._linker.references(one.competencies),
            relations=tuple(self._relations(one)),
        )

    def _relations(self, one: Opportunity) -> Iterable[Relation]:
        for relation in one.relations:
            target = Reference(relation.target, relation.span)
            if self._records("opportunity", (target,), itself=one.identifier):
                yield relation

    def pack(self, pack: Pack) -> Pack:
        return replace(
            pack,
            modules=self._once("module", self._linker.modules_of(pack.modules)),
            opportunities=self._records("opportunity", pack.opportunities),
            programmes=self._records("programme", pack.programmes),
            handouts=self._once("file", self._handouts(pack)),
        )

    def _handouts(self, pack: Pack) -> Iterable[Reference]:
        """Handouts by their address under the site, in place of the path from the pack's folder."""
        folder = posixpath.dirname(pack.span.file).removeprefix(f"{CONTENT}/")
        for one in pack.handouts:
            path = posixpath.normpath(posixpath.join(folder, one.identifier))
            if path in self._assets:
                yield Reference(path, one.span)
            elif ("asset", path) not in self._linker.broken:
                nearest = near_miss(path, self._assets, likeness=0.8)
                self._linker.report.add(
                    "dangling-asset",
                    one.span,
                    f"there is no file at '{path}'",
                    f"did you mean '{nearest}'?"
                    if nearest
                    else "write its path from this folder, as in ../../modules/name/handout.pdf",
                )

    def story(self, story: Story) -> Story:
        return replace(
            story,
            competencies=self._linker.references(story.competencies),
            modules=self._once("module", self._linker.modules_of(story.modules)),
            organisations=self._records("organisation", story.organisations),
        )

    def call(self, call: Call) -> Call:
        kept = []
        for one in call.shown_on:
            address = one.identifier.strip("/")
            if f"{address}/" in self._addresses:
                kept.append(Reference(address, one.span))
            else:
                nearest = near_miss(f"{address}/", self._addresses, likeness=0.8)
                kinds = ", ".join(path.rstrip("/") for path in _WITH_CALLS)
                self._linker.report.add(
                    "unknown-record",
                    one.span,
                    f"there is no page '{address}' on which calls are shown",
                    f"did you mean '{nearest.rstrip('/')}'?"
                    if nearest
                    else f"write one of {kinds}, or one record as in modules/name",
                )
        return replace(call, shown_on=tuple(kept))

    def wish(self, wish: Wish) -> Wish:
        return replace(
            wish,
            competencies=self._linker.references(wish.competencies),
            modules=self._once("module", self._linker.modules_of(wish.modules)),
        )

    def event(self, event: Event) -> Event:
        return replace(event, competencies=self._linker.references(event.competencies))

    def _records(self, kind: str, references: Iterable[Reference], itself: str = "") -> tuple[Reference, ...]:
        kept: list[Reference] = []
        known = self._known[kind]
        for one in references:
            if itself and one.identifier == itself:
                self._linker.report.add(
                    "self-reference", one.span, f"'{itself}' refers to itself", "remove it here"
                )
            elif one.identifier in known:
                kept.append(one)
            elif (kind, one.identifier) not in self._linker.broken:
                nearest = near_miss(one.identifier, known)
                hint = hint_for(one.identifier, known, known[nearest] if nearest else None)
                self._linker.report.add(
                    "unknown-record",
                    one.span,
                    f"no {kind} '{one.identifier}'",
                    hint or f"add {_KINDS[kind].format(one.identifier)}",
                )
        return self._once(kind, kept)

    def _once(self, kind: str, references: Iterable[Reference]) -> tuple[Reference, ...]:
        """The references without those that a list holds already; reported."""
        kept: dict[str, Reference] = {}
        for one in references:
            if one.identifier in kept:
                self._linker.report.add(
                    "duplicate-identifier",
                    one.span,
                    f"{kind} '{one.identifier}' is listed twice",
                    "remove one of the two",
                    [Related(kept[one.identifier].span, "the first one is here")],
                )
            kept.setdefault(one.identifier, one)
        return tuple(kept.values())


def _addresses(loaded: Loaded) -> frozenset[str]:
    """Kinds of page and records, as addresses, on which a call may be shown."""
    kinds: dict[str, Sequence[_Named]] = {
        "competency": loaded.competencies,
        "module": loaded.modules,
        "course": loaded.courses,
        "programme": loaded.programmes,
        "opportunity": loaded.opportunities,
        "organisation": loaded.organisations,
        "pack": loaded.packs,
        "story": loaded.stories,
    }
    found = set(_WITH_CALLS)
    for kind, records in kinds.items():
        found |= {f"{ADDRESSES[kind]}{one.identifier}/" for one in records}
    return frozenset(found | loaded.broken_addresses)
