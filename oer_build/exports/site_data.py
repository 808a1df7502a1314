"""schema.org descriptions of the site and of pages that are no record's: home, the catalogue, the way to a
page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from oer_build.exports import nodes
from oer_build.exports.addresses import address, course_path, module_path
from oer_build.exports.nodes import MOST, Node
from oer_build.model import Catalogue


class Step(Protocol):
    """A step of the way from home to a page: its title and its path under the site."""

    @property
    def title(self) -> str: ...
    @property
    def path(self) -> str: ...


def website(catalogue: Catalogue, here: str = "") -> Node:
    """The site as a whole, for home."""
    site = catalogue.site
    return nodes.filled(
        {
            "@type": "WebSite",
            "@id": address(site, "", here),
            "url": address(site, "", here),
            "name": site.title,
            "description": site.description,
            "inLanguage": site.language,
            "license": nodes.license_of(site.license),
            "isAccessibleForFree": True,
            "publisher": nodes.publisher(catalogue),
            "hasPart": [
                nodes.reference(catalogue, "Course", course_path(entry.identifier), entry.title, here)
                for entry in catalogue.courses.values()
            ]
            if len(catalogue.courses) <= MOST
            else [],
            "mainEntity": nodes.framework_reference(catalogue, here) if catalogue.framework else {},
        }
    )


def collection(catalogue: Catalogue, title: str, description: str = "", here: str = "catalogue/") -> Node:
    """The catalogue of modules as a DataCatalog, whose data set can be downloaded whole."""
    site = catalogue.site
    base = address(site, here, here)
    modules = list(catalogue.modules.values())
    return nodes.filled(
        {
            "@type": "DataCatalog",
            "@id": base,
            "url": base,
            "name": title,
            "description": description or site.description,
            "inLanguage": site.language,
            "license": nodes.license_of(site.license),
            "dataset": {
                "@type": "Dataset",
                "name": title,
                "description": description or site.description or title,
                "license": nodes.license_of(site.license),
                "isAccessibleForFree": True,
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "contentUrl": address(site, path, here),
                        "encodingFormat": kind,
                    }
                    for path, kind in (("catalogue.json", "application/json"), ("catalogue.csv", "text/csv"))
                ],
            },
            "mainEntity": {
                "@type": "ItemList",
                "numberOfItems": len(modules),
                "itemListElement": [
                    {
                        "@type": "ListItem",
                        "position": number,
                        "name": entry.title,
                        "url": address(site, module_path(entry.identifier), here),
                    }
                    for number, entry in enumerate(modules, 1)
                ]
                if len(modules) <= MOST
                else [],
            },
            "publisher": nodes.publisher(catalogue),
        }
    )


def webpage(catalogue: Catalogue, here: str, title: str, description: str = "", license_: str = "") -> Node:
    """Any other page."""
    return nodes.filled(
        {
            "@type": "WebPage",
            "@id": address(catalogue.site, here, here),
            "url": address(catalogue.site, here, here),
            "name": title,
            "description": description,
            "inLanguage": catalogue.site.language,
            "license": nodes.license_of(license_ or catalogue.site.license),
            "isPartOf": {"@type": "WebSite", "@id": address(catalogue.site, "", here)},
        }
    )


def breadcrumbs(catalogue: Catalogue, steps: Iterable[Step], here: str, title: str) -> Node:
    """The way from home to the page at `here`; the page itself is the last step."""
    way = [(step.title, step.path) for step in steps] + [(title, here)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": name,
                "item": address(catalogue.site, path, here),
            }
            for number, (name, path) in enumerate(way, 1)
        ],
    }
