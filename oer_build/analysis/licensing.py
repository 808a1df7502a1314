"""May these works be combined? Asks the table of licences about every work that a catalogue adapts or
includes.

The rule concerns adaptation: a licence says what a changed or combined version may be published under. A work
that is only cited or linked is never a conflict. A picture in a page is held to the same rule as the text
around it, so that whoever reuses the page under its licence is not misled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from oer_build.analysis.licences import (
    PERMISSION,
    RuleSource,
    alternatives,
    family,
    is_license,
    license_title,
    license_url,
    license_urls,
    table,
    version,
)
from oer_build.analysis.works import works_used
from oer_build.diagnostics import Related, Report, Span
from oer_build.lesson import Lesson
from oer_build.model import Asset, Catalogue, Module

__all__ = [
    "CARRIERS",
    "Verdict",
    "carriers",
    "check",
    "compatible",
    "is_license",
    "license_title",
    "license_url",
    "license_urls",
    "verdict",
    "works_used",
]

CARRIERS = (
    "CC0-1.0",
    "CC-BY-4.0",
    "CC-BY-SA-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
)
"""Licences that a module can be moved to, the most open first: what a hint proposes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a work may be adapted into a result; where not, why, and where the rule stands."""

    allowed: bool
    reason: str = ""
    source: RuleSource | None = None


def verdict(upstream: str, result: str) -> Verdict:
    """May a work under `upstream` be adapted into one under `result` (SPDX identifiers or expressions)?

    Of an upstream offered under several licences (OR) one that fits is enough; of one that joins several
    (AND) each must fit. A result under several licences at choice must fit them all.
    """
    if not upstream:
        return Verdict(False, "no licence is stated, so all rights are reserved")
    if not result:
        return Verdict(False, "the result states no licence")
    refused: Verdict | None = None
    for option in alternatives(upstream):
        verdicts = [
            _best([_single(spdx, part) for part in chosen])
            for spdx in option
            for chosen in alternatives(result)
        ]
        failed = [entry for entry in verdicts if not entry.allowed]
        if not failed:
            return verdicts[0]
        refused = refused or failed[0]
    return refused or Verdict(False, "the licence cannot be read")


def compatible(upstream: str, result: str) -> str:
    """Why a work under `upstream` may not be adapted into one under `result`, in words; empty when it may."""
    answer = verdict(upstream, result)
    return "" if answer.allowed else answer.reason


def carriers(upstreams: Iterable[str]) -> tuple[str, ...]:
    """The common licences that can carry all of these works together, the most open first."""
    wanted = list(upstreams)
    return tuple(result for result in CARRIERS if all(not compatible(work, result) for work in wanted))


def _best(verdicts: list[Verdict]) -> Verdict:
    return next((entry for entry in verdicts if entry.allowed), verdicts[0])


def _single(upstream: str, result: str) -> Verdict:
    if upstream == PERMISSION or upstream.startswith(PERMISSION + "-"):
        return Verdict(True)
    group = family(upstream)
    if group is None:
        return Verdict(False, "nothing is known of the terms of this licence, so nothing can be concluded")
    if group.no_derivatives:
        return Verdict(False, f"it {group.asks}", group.source)
    if upstream == result or "*" in group.into or result in group.exactly:
        return Verdict(True, source=group.source)
    from_table = _also(upstream, result)
    if from_table:
        return Verdict(True, source=from_table)
    target = family(result)
    if target is None:
        return Verdict(
            False, f"it {group.asks}; no rule is known that leads to {license_title(result)}", group.source
        )
    for entry in group.into:
        name, _, limit = entry.partition(" ")
        if name != target.name:
            continue
        least = version(upstream) if limit == "later" else version(limit)
        if not limit or version(result) >= least:
            return Verdict(True, source=group.source)
    return Verdict(False, f"it {group.asks}", group.source)


def _also(upstream: str, result: str) -> RuleSource | None:
    return table().also.get((upstream, result))


def check(catalogue: Catalogue, report: Report, lessons: Mapping[str, Lesson] | None = None) -> None:
    """Report every work that cannot be in the page or module that adapts or shows it.

    Files that lie with a module are part of it. With `lessons` (by page path), so are pictures that a text
    shows from elsewhere, and the place in the text is named.
    """
    for module in catalogue.modules.values():
        for work in module.is_based_on:
            reason = compatible(work.license, module.license)
            if reason:
                report.add(
                    "licence-conflict",
                    work.span,
                    f"{module.span.file} ({module.license}) adapts '{work.title}'"
                    f" ({work.license or 'no licence'}), which cannot be: {reason}",
                    _ways_out([entry.license for entry in module.is_based_on], "adapted"),
                )
    shown = _shown(catalogue, lessons or {})
    for asset in catalogue.assets.values():
        for page, license_, place in shown.get(asset.path, ()):
            _check_asset(asset, page, license_, place, report)


def _check_asset(asset: Asset, page: str, license_: str, place: Span, report: Report) -> None:
    if not asset.license:
        return  # a file without a licence has a diagnostic of its own
    reason = _inclusion(asset.license, license_)
    if reason:
        report.add(
            "licence-conflict",
            place,
            f"{page} ({license_}) includes {asset.file} ({asset.license}), which cannot be: {reason}",
            _ways_out([asset.license], "included"),
            [Related(Span(asset.file), f"the file, under {asset.license}")] if place.file == page else (),
        )


def _inclusion(upstream: str, result: str) -> str:
    """Like `compatible`, but an unchanged work that allows no changes may stand in a page that allows none
    either."""
    for option in alternatives(upstream):
        groups = [family(spdx) for spdx in option]
        target = family(result)
        if (
            target
            and target.no_derivatives
            and all(group and group.no_derivatives for group in groups)
            and (target.name == "by-nc-nd" or all(group and group.name == "by-nd" for group in groups))
        ):
            return ""
    return compatible(upstream, result)


def _shown(catalogue: Catalogue, lessons: Mapping[str, Lesson]) -> dict[str, list[tuple[str, str, Span]]]:
    """By path of an asset: the texts that hold it, as file, licence and the place to name."""
    holders: dict[str, tuple[str, str]] = {}
    for module in catalogue.modules.values():
        holders[f"modules/{module.identifier}/"] = (module.span.file, module.license)
    for course in catalogue.courses.values():
        holders[f"courses/{course.identifier}/"] = (course.span.file, course.license)
    for article in catalogue.articles.values():
        holders[article.path] = (article.span.file, article.license or catalogue.site.license)
    if catalogue.framework:
        for competency in catalogue.competencies.values():
            holders[f"competencies/{competency.identifier}/"] = (
                competency.span.file,
                catalogue.framework.license,
            )
    shown: dict[str, list[tuple[str, str, Span]]] = {}
    seen: set[tuple[str, str]] = set()
    for path, lesson in lessons.items():
        holder = holders.get(path)
        for link in lesson.links if holder else ():
            if holder and link.kind == "asset" and (link.target, path) not in seen:
                seen.add((link.target, path))
                shown.setdefault(link.target, []).append((*holder, link.span))
    for asset in catalogue.assets.values():
        owner = _module_of(asset, catalogue.modules)
        if owner and (asset.path, f"modules/{owner.identifier}/") not in seen:
            place = Span(asset.file)
            shown.setdefault(asset.path, []).append((owner.span.file, owner.license, place))
    return shown


def _module_of(asset: Asset, modules: Mapping[str, Module]) -> Module | None:
    kind, _, rest = asset.path.partition("/")
    return modules.get(rest.partition("/")[0]) if kind == "modules" else None


def _ways_out(licenses: list[str], verb: str) -> str:
    ways = "link to it instead, replace it, ask its author for another licence"
    ways += ", or quote a short passage and cite it" if verb == "adapted" else ""
    possible = carriers([entry for entry in licenses if entry])
    if possible and all(licenses):
        names = " or ".join(possible[:3])
        ways += f"; {names} could carry what is {verb} here"
    return ways + f" (with permission in writing: license: {PERMISSION}, and what was permitted in usageInfo)"
