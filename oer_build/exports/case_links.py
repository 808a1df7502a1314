"""How the parts of a CASE package point at each other: a title, a UUID and an address (CASE's LinkURI).

Where the address of the site is not known, the address of a part is its UUID (`urn:uuid:`).
"""

from __future__ import annotations

import uuid

from oer_build.analysis.licences import license_title, license_urls
from oer_build.exports.addresses import competency_path
from oer_build.exports.case_identity import (
    document_identifier,
    item_identifier,
    level_identifier,
    own_identifier,
    package_path,
)
from oer_build.exports.case_values import Json, is_uuid, line, short
from oer_build.model import Competency, Crosswalk, CrosswalkLink, Framework, Level, Site


class Links:
    """Makes the links to the parts of one framework, and to what it is compared with."""

    def __init__(self, framework: Framework, site: Site) -> None:
        self._framework = framework
        self._site = site

    def package(self) -> Json:
        path = package_path(self._framework)
        own = document_identifier(self._framework)
        return {"title": self._framework.title, "identifier": own, "uri": self.uri(path, own)}

    def document(self) -> Json:
        path = f"{package_path(self._framework)}#document"
        own = document_identifier(self._framework)
        return _link(self._framework.title, own, self.uri(path, own))

    def item(self, item: Json) -> Json:
        """A link to an item that is written in the package."""
        title = item.get("abbreviatedStatement") or short(item["fullStatement"])
        return _link(title, item["identifier"], item["uri"])

    def competency(self, competency: Competency) -> Json:
        own = item_identifier(self._framework, competency.identifier)
        return _link(competency.title, own, self.uri(competency_path(competency.identifier), own))

    def level(self, level: Level) -> Json:
        own = level_identifier(self._framework, level.identifier)
        return _link(level.title, own, self.uri(f"framework/#{own}", own))

    def foreign(self, crosswalk: Crosswalk, link: CrosswalkLink) -> Json:
        """An item of another framework: by its own UUID where it has one, else by a UUID of its address and
        name.

        Both count: the items of a framework that is one document have all the same address.
        """
        uri = link.target_uri or crosswalk.url
        if is_uuid(link.target):
            return _link(link.target_title or link.target, link.target.lower(), uri)
        name = f"{uri or f'crosswalk:{crosswalk.identifier}'}#{link.target}"
        node = _link(link.target_title or link.target, str(uuid.uuid5(uuid.NAMESPACE_URL, name)), uri)
        return {**node, "targetType": "ext:framework-item"}

    def item_type(self, title: str) -> Json:
        return self._definition(title, f"type/{title}")

    def grouping(self, crosswalk: Crosswalk) -> Json:
        return self._definition(line(crosswalk.title), f"crosswalk/{crosswalk.identifier}")

    def license(self) -> Json:
        """A link to the licence of the framework: to its text, where it has one address. Empty without."""
        if not self._framework.license:
            return {}
        urls = license_urls(self._framework.license)
        title = license_title(self._framework.license)
        link = self._definition(title, f"license/{self._framework.license}")
        return {**link, "uri": urls[0]} if len(urls) == 1 else link

    def in_package(self, own: str) -> str:
        """The address of what has no page of its own: its place in the package."""
        return self.uri(f"{package_path(self._framework)}#{own}", own)

    def uri(self, path: str, own: str) -> str:
        """The address of what is published at `path` under the site; `own` is its UUID."""
        return self._site.url + path if self._site.url else f"urn:uuid:{own}"

    def _definition(self, title: str, name: str) -> Json:
        """A link to an entry of CFDefinitions, which has its UUID from its permanent name."""
        own = own_identifier(self._framework, name)
        return {"title": title, "identifier": own, "uri": self.in_package(own)}


def _link(title: str, own: str, uri: str) -> Json:
    return {"title": line(title), "identifier": own, "uri": uri or f"urn:uuid:{own}"}
