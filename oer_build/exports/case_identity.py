"""Permanent identity of a framework's parts in 1EdTech CASE, and where its package is published.

CASE names everything by UUID, and consumers keep what they align by it. A UUID here never depends on a title,
a statement, an address or a date. Each is a version 5 UUID of a permanent name in a namespace that is itself
made from the framework's `identifier`:

    competency          competency/<identifier>
    indicator           competency/<identifier>/indicator/<indicator identifier>
                        (without one: .../indicator/<level>/<position>, which a new order changes)
    level               level/<identifier>
    association         association/<type>/<origin UUID>/<destination UUID>

A framework that is to be told from all others needs an `identifier` that no other framework has.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from oer_build.exports.addresses import CASE_PACKAGES
from oer_build.model import Competency, Framework, Indicator

ROOT = uuid.UUID("6f1a5c0e-3b7d-5f0a-9c55-0d3c1f4b7a21")
"""Namespace of all frameworks that this program publishes. Permanent: a change would rename every item."""


def namespace(framework: Framework) -> uuid.UUID:
    """The namespace of a framework's UUIDs: made from its identifier alone."""
    return uuid.uuid5(ROOT, framework.identifier)


def document_identifier(framework: Framework) -> str:
    """UUID of the CFDocument, and of its package."""
    return str(uuid.uuid5(namespace(framework), "document"))


def item_identifier(framework: Framework, competency: str) -> str:
    """UUID of a competency."""
    return str(uuid.uuid5(namespace(framework), f"competency/{competency}"))


def level_identifier(framework: Framework, level: str) -> str:
    """UUID of a level."""
    return str(uuid.uuid5(namespace(framework), f"level/{level}"))


def indicator_identifier(framework: Framework, competency: str, indicator: Indicator, position: int) -> str:
    """UUID of an indicator; `position` counts from 1 within its level and serves only those without
    identifier."""
    own = indicator.identifier or f"{indicator.level}/{position}"
    return str(uuid.uuid5(namespace(framework), f"competency/{competency}/indicator/{own}"))


def package_path(framework: Framework) -> str:
    """Where the package is published under the site."""
    return CASE_PACKAGES + document_identifier(framework)


def own_identifier(framework: Framework, name: str) -> str:
    """UUID of any other part of a framework, by a permanent name within it."""
    return str(uuid.uuid5(namespace(framework), name))


def positions(competency: Competency) -> Iterator[tuple[Indicator, int]]:
    """Indicators with their position, from 1, within their level."""
    seen: dict[str, int] = {}
    for indicator in competency.indicators:
        seen[indicator.level] = seen.get(indicator.level, 0) + 1
        yield indicator, seen[indicator.level]
