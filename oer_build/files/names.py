"""Names of files and folders: which can be part of an address on every system, and how others are shown."""

from __future__ import annotations

import os
import re
import unicodedata

MAX_IDENTIFIER = 64
IDENTIFIER = re.compile(r"[a-z0-9-]{1,64}\Z", re.ASCII)
_ASSET = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)+\Z", re.ASCII)
_MAX_ASSET = 100

_WINDOWS = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
"""Device names: no file can have one on Windows, whatever its extension (Microsoft, Naming Files)."""

_LITTER = re.compile(r"\..*|.*~|#.*#|.*\.(?:swp|swo|bak|orig|rej|tmp)|Thumbs\.db|desktop\.ini|__pycache__\Z")
_README = re.compile(r"readme(?:\.(?:md|txt|rst))?(?:\.license)?\Z", re.IGNORECASE)


def ignored(name: str) -> bool:
    """Hidden files, editors' backups, systems' litter; a README, which is for the repository's readers."""
    return bool(_LITTER.match(name) or _README.match(name))


def identifier_problem(name: str) -> tuple[str, str]:
    """What is wrong with an identifier as a name on disk, and a hint; empty when nothing is."""
    if not IDENTIFIER.match(name):
        if len(name) > MAX_IDENTIFIER and IDENTIFIER.match(name[:MAX_IDENTIFIER]):
            return f"the name '{shown(name)}' has {len(name)} characters", f"use at most {MAX_IDENTIFIER}"
        better = slug(name)
        return (
            f"the name '{shown(name)}' has something other than small letters, digits and hyphens",
            f"call it '{better}'" if better else "use a to z, 0 to 9 and -",
        )
    return _device(name)


def asset_problem(name: str) -> tuple[str, str]:
    """What is wrong with the name of an asset, and a hint; empty when nothing is."""
    if len(name) > _MAX_ASSET:
        return f"the name '{shown(name)}' has {len(name)} characters", f"use at most {_MAX_ASSET}"
    if not _ASSET.match(name):
        stem, dot, extension = name.rpartition(".")
        better = slug(stem) + dot + extension
        return (
            f"the name '{shown(name)}' has something other than letters, digits, '-', '_' and '.'",
            f"call it '{better}'"
            if _ASSET.match(better)
            else "use letters, digits and hyphens, and an extension",
        )
    return _device(name)


def _device(name: str) -> tuple[str, str]:
    if name.partition(".")[0].lower() in _WINDOWS:
        return (
            f"'{name}' is a reserved name on Windows: nobody there could check the project out",
            "rename it",
        )
    return "", ""


def slug(text: str) -> str:
    """The identifier that a text suggests: `What is a service?` is `what-is-a-service`. May be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_IDENTIFIER].strip("-")


def shown(name: str) -> str:
    """A name for a message: on one line, with what cannot be printed as an escape."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
