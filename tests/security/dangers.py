"""What a page would run, load or send, as a browser reads it: a list that is empty for every page of ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.site.html import Element, parse

POLICY = "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'"
"""What pages say of themselves, and nothing else that stands for a header."""
RUNS = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|data|file|blob):", re.I)
ELSEWHERE = re.compile(r"[\x00-\x20]*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.I)
ADDRESSES = frozenset(
    "action background cite data formaction href longdesc manifest ping poster src srcset xlink:href".split()  # noqa: SIM905
)
FOREIGN = frozenset(
    "animate applet base embed foreignobject frame frameset iframe math object set style template".split()  # noqa: SIM905
)
"""Elements that no page of ours has."""
LOADING_LINKS = frozenset(
    "dns-prefetch icon manifest modulepreload preconnect prefetch preload stylesheet".split()  # noqa: SIM905
)


def dangers(page: Element) -> Iterator[str]:
    """What could run, style or load anything that is not a file of the site."""
    for element in page.all():
        where = f"line {element.line}: <{element.tag}"
        if element.tag in FOREIGN:
            yield f"{where}>"
        if element.tag == "script" and not element["src"] and not _is_data(element):
            yield f"{where}> {element.source[:60]}"
        if element["http-equiv"] and element["content"] != POLICY:
            yield f"{where} http-equiv>"
        for name, value in element.attributes.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                yield f"{where} {name}={value[:60]}>"
            if name in ADDRESSES and (
                RUNS.match(value) or (_loads(element, name) and ELSEWHERE.match(value))
            ):
                yield f"{where} {name}={value[:60]}>"


def _is_data(script: Element) -> bool:
    """JSON, which no browser runs."""
    kinds = ("application/ld+json", "application/json")
    return script["type"] in kinds and isinstance(json.loads(script.source), dict)


def _loads(element: Element, attribute: str) -> bool:
    """Whether a browser asks for the address by itself, or sends what a reader types there."""
    if element.tag == "a" or attribute == "cite":
        return False
    return element.tag != "link" or not LOADING_LINKS.isdisjoint(element["rel"].split())


def pages(site: Path) -> dict[str, Element]:
    """Every page of a site by its path."""
    return {
        file.relative_to(site).as_posix(): parse(file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.html"))
    }
