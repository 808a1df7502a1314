"""A file of the site as a value: what the exports hand to the hosts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file that is not a page, at `path` under the site: its content, or the project-relative file it is a
    copy of."""

    path: str
    content: bytes = b""
    copy_of: str = ""
