"""Which countries and continents the cases of a catalogue come from. Knows country codes and nothing else.

Continents are those of the United Nations (Standard country or area codes for statistical use, M49); its
Americas are divided into North America (003: Northern and Central America, the Caribbean) and South America
(005).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

CONTINENTS: dict[str, frozenset[str]] = {
    name: frozenset(codes.split())
    for name, codes in {
        "Africa": """
            AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML
            MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW""",
        # M49 does not list Taiwan apart, and ISO 3166 does.
        "Asia": """
            AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV
            MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE""",
        # ISO 3166 reserves EU for the European Union; XK is in general use for Kosovo.
        "Europe": (
            "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES EU FI FO FR GB GG GI GR "  # codespell:ignore fo
            "HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK"
        ),
        "North America": """
            AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM
            PR SV SX TC TT US VC VG VI""",
        "Oceania": """
            AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS""",
        "South America": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
    }.items()
}
"""The inhabited continents: countries and areas by their ISO 3166-1 codes."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How many cases come from where. A case without a country is counted and has no place."""

    cases: int
    countries: dict[str, int]
    """By code, the most frequent first."""
    continents: dict[str, int]
    """All inhabited continents, with 0 where no case comes from."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Inhabited continents without a case."""
        return tuple(name for name, count in self.continents.items() if not count)


def spread(codes: Iterable[str]) -> Spread:
    """The spread of cases over the world, from the country of each (empty where none is said)."""
    all_cases = list(codes)
    counted = Counter(code for code in all_cases if code)
    return Spread(
        cases=len(all_cases),
        countries=dict(sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))),
        continents={
            name: sum(count for code, count in counted.items() if code in members)
            for name, members in CONTINENTS.items()
        },
    )
