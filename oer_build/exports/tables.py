"""Modules, what they require, and coverage as tables for a spreadsheet, after RFC 4180: `catalogue.csv`,
`prerequisites.csv` and `coverage.csv`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from oer_build.analysis.coverage import Cell, Coverage, coverage, wanted
from oer_build.analysis.licences import license_urls
from oer_build.analysis.prerequisites import requirements
from oer_build.exports.addresses import address, module_path
from oer_build.exports.catalogue import counts
from oer_build.exports.holdings import holdings, revision
from oer_build.lesson import Lesson
from oer_build.model import Asset, Catalogue, CompetencyReference, Module

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def catalogue_csv(catalogue: Catalogue, lessons: Mapping[str, Lesson]) -> bytes:
    """`catalogue.csv`: a row for each module. Several values in a cell are parted by "; "."""
    header = (
        "identifier",
        "title",
        "description",
        "url",
        "courses",
        "teaches",
        "competencyRequired",
        "requires",
        "timeRequired",
        "minutes",
        "learningResourceType",
        "audience",
        "keywords",
        "inLanguage",
        "license",
        "licenseUrl",
        "creator",
        "creativeWorkStatus",
        "version",
        "dateModified",
        "reviewBy",
        "owner",
        "words",
        "questions",
        "exercises",
        "revision",
    )
    held = holdings(catalogue)
    return to_csv(
        header,
        (_row(catalogue, m, lessons, held.get(m.identifier, ())) for m in catalogue.modules.values()),
    )


def prerequisites_csv(catalogue: Catalogue) -> bytes:
    """`prerequisites.csv`: a row for each module, with what it requires and what requires it. Retired ones
    are left out."""
    header = (
        "identifier",
        "title",
        "url",
        "creativeWorkStatus",
        "minutes",
        "levels",
        "requires",
        "requiredBy",
    )
    there = {key: one for key, one in catalogue.modules.items() if one.creative_work_status != "retired"}
    needs = requirements(there)
    required_by: dict[str, list[str]] = {key: [] for key in there}
    for key, required in needs.items():
        for one in required:
            required_by[one].append(key)
    return to_csv(
        header,
        (
            (
                key,
                module.title,
                address(catalogue.site, module_path(key)),
                module.creative_work_status,
                module.minutes or "",
                "; ".join(dict.fromkeys(ref.level for ref in module.teaches if ref.level)),
                "; ".join(needs[key]),
                "; ".join(required_by[key]),
            )
            for key, module in there.items()
        ),
    )


def coverage_csv(catalogue: Catalogue, table: Coverage | None = None) -> bytes:
    """`coverage.csv`: a row for each competency at each level, and one without a level where a wish names
    none."""
    table = table or coverage(catalogue)
    titles = {level.identifier: level.title for level in catalogue.levels}
    header = (
        "competency",
        "code",
        "title",
        "level",
        "levelTitle",
        "taught",
        "practised",
        "assessed",
        "planned",
        "minutes",
        "modules",
        "plannedModules",
        "wanted",
    )
    asked_for = wanted(catalogue)
    without_level = [] if "" in table.levels else [key for key in asked_for if not key[1]]
    return to_csv(
        header,
        (
            (
                cell.competency,
                catalogue.competencies[cell.competency].human_coding_scheme,
                catalogue.competencies[cell.competency].title,
                cell.level,
                titles.get(cell.level, ""),
                len(cell.taught),
                len(cell.practised),
                len(cell.assessed),
                len(cell.planned),
                cell.minutes,
                "; ".join(cell.taught),
                "; ".join(cell.planned),
                asked_for.get((cell.competency, cell.level), 0),
            )
            for row in table.rows
            for cell in (*row.cells, *(Cell(*key) for key in without_level if key[0] == row.competency))
        ),
    )


def to_csv(header: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """CSV after RFC 4180, in UTF-8. Text that a spreadsheet would take for a formula gets a leading
    apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(list(header))
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue().encode()


def _cell(value: object) -> str:
    text = str(value)
    # Spreadsheets run what begins so as a formula, with full-width signs too; a number of ours never does.
    return "'" + text if text.lstrip().startswith(_FORMULA) or text.startswith(("\t", "\r", "\n")) else text


def _row(
    catalogue: Catalogue, module: Module, lessons: Mapping[str, Lesson], files: Sequence[Asset]
) -> tuple[object, ...]:
    counted = counts(lessons.get(module_path(module.identifier)))
    return (
        module.identifier,
        module.title,
        module.description,
        address(catalogue.site, module_path(module.identifier)),
        "; ".join(catalogue.courses_of.get(module.identifier, ())),
        "; ".join(f"{_at(ref)} ({ref.strength})" for ref in module.teaches),
        "; ".join(_at(ref) for ref in module.competency_required),
        "; ".join(ref.identifier for ref in module.requires),
        module.time_required.text if module.time_required else "",
        module.minutes if module.time_required else "",
        "; ".join(module.learning_resource_type),
        "; ".join(module.audience),
        "; ".join(module.keywords),
        module.in_language,
        module.license,
        "; ".join(license_urls(module.license)),
        "; ".join(person.name for person in module.creator),
        module.creative_work_status,
        module.version,
        module.date_modified,
        module.review_by,
        module.owner,
        counted["words"],
        counted["questions"],
        counted["exercises"],
        revision(module, files),
    )


def _at(reference: CompetencyReference) -> str:
    return f"{reference.competency}@{reference.level}" if reference.level else reference.competency
