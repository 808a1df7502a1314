"""Opportunities, and the pairs of them that are alike, as tables for a spreadsheet: `opportunities.csv` and
`overlaps.csv`."""

from __future__ import annotations

from oer_build.analysis.overlap import overlaps
from oer_build.exports.addresses import address
from oer_build.exports.tables import to_csv
from oer_build.files import ADDRESSES
from oer_build.model import Catalogue


def opportunities_csv(catalogue: Catalogue) -> bytes:
    """A row for each opportunity. Several values in a cell are parted by "; "; an empty cell is not known."""
    header = (
        "identifier",
        "title",
        "description",
        "url",
        "kind",
        "stage",
        "provider",
        "host",
        "direction",
        "audience",
        "eligibility",
        "grades",
        "region",
        "competencies",
        "duration",
        "startDate",
        "endDate",
        "howToApply",
        "ownPage",
        "relations",
        "sources",
        "lastVerified",
    )
    return to_csv(
        header,
        (
            (
                one.identifier,
                one.title,
                one.description,
                address(catalogue.site, f"{ADDRESSES['opportunity']}{one.identifier}/"),
                "; ".join(one.kind),
                one.stage,
                "; ".join(ref.identifier for ref in one.provider),
                "; ".join(ref.identifier for ref in one.host),
                one.direction,
                "; ".join(one.audience),
                one.eligibility,
                "; ".join(one.grades),
                "; ".join(one.region),
                "; ".join(
                    f"{ref.competency}@{ref.level}" if ref.level else ref.competency
                    for ref in one.competencies
                ),
                one.duration,
                one.start_date,
                one.end_date,
                one.how_to_apply,
                one.url,
                "; ".join(f"{relation.type} {relation.target}" for relation in one.relations),
                "; ".join(work.url or work.title for work in one.sources),
                one.last_verified,
            )
            for one in catalogue.opportunities.values()
        ),
    )


def overlaps_csv(catalogue: Catalogue) -> bytes:
    """A row for each pair that is alike or was judged, and one more for each further judgement of a pair."""
    header = (
        "first",
        "second",
        "alike",
        "sharedKinds",
        "sharedCompetencies",
        "sharedAudiences",
        "sharedOrganisations",
        "judged",
        "relation",
        "of",
        "to",
        "reason",
        "saidBy",
    )
    rows = []
    for pair in overlaps(catalogue):
        shared = (
            pair.first,
            pair.second,
            "yes" if pair.alike else "no",
            "; ".join(pair.families),
            "; ".join(pair.competencies),
            "; ".join(pair.audiences),
            "; ".join(pair.hosts),
        )
        if not pair.judgements:
            rows.append((*shared, "no", "", "", "", "", ""))
        for one in pair.judgements:
            relation = one.relation
            rows.append(
                (
                    *shared,
                    "yes",
                    relation.type,
                    one.said_of,
                    relation.target,
                    relation.reason,
                    relation.said_by,
                )
            )
    return to_csv(header, rows)
