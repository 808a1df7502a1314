"""The file that the self-assessment page exports, read for `oer path`. Every mistake in it is told with its
place and with what to do."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from oer_build.analysis.gaps import Have
from oer_build.cli.project import WrongUse

VERSION = 1
MOST_BYTES = 1_000_000
MOST_HOURS = 1_000_000
AGAIN = "export it again from the page, or correct it"


@dataclass(frozen=True, slots=True)
class Answers:
    """What the file says. `hours` is None where it names none."""

    have: Have = field(default_factory=Have)
    role: str = ""
    hours: float | None = None


def read_answers(path: Path) -> Answers:
    """The answers in a file. Raises `WrongUse` for every mistake in it."""
    data = _json(path)
    if not isinstance(data, dict):
        _refuse(path, f"an object is expected, and not {_kind(data)}", AGAIN)
    version = data.get("schemaVersion")
    if version != VERSION or isinstance(version, bool):
        said = "is missing" if version is None else f"is {_short(version)}"
        _refuse(path, f"schemaVersion {said}", f"this tool reads {VERSION}: {AGAIN}")
    statements = data.get("statements", {})
    if not isinstance(statements, dict):
        _refuse(path, f"statements: an object is expected, and not {_kind(statements)}", AGAIN)
    role, hours = data.get("role") or "", data.get("hours")
    if not isinstance(role, str):
        _refuse(path, f"role: a text is expected, and not {_kind(role)}", AGAIN)
    if hours is not None:
        if isinstance(hours, bool) or not isinstance(hours, int | float):
            _refuse(path, f"hours: a number is expected, and not {_kind(hours)}", AGAIN)
        if not 0 <= hours <= MOST_HOURS:  # not a number is refused too
            _refuse(path, f"hours: {_short(hours)} is no length of time", "write 0 or more, or null")
    return Answers(
        Have(
            {name: _names(path, f"statements.{name}", chosen) for name, chosen in statements.items()},
            _names(path, "done", data.get("done", [])),
        ),
        role,
        hours,
    )


def _json(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as fault:
        _refuse(path, f"cannot be read: {fault.strerror or fault}", "name the file that the page exported")
    if len(raw) > MOST_BYTES:
        _refuse(path, "is larger than 1 MB", "name the file that the page exported")
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        _refuse(path, "is no text in UTF-8", "save it as UTF-8")
    except json.JSONDecodeError as fault:
        place = f"{path}:{fault.lineno}:{fault.colno}"
        _refuse(place, f"is no JSON here: {fault.msg[:1].lower()}{fault.msg[1:]}", AGAIN)
    except (ValueError, RecursionError):
        _refuse(path, "is no JSON that this tool can read", AGAIN)


def _names(path: Path, key: str, value: Any) -> frozenset[str]:
    if not isinstance(value, list):
        _refuse(path, f"{key}: a list is expected, and not {_kind(value)}", AGAIN)
    for at, one in enumerate(value):
        if not isinstance(one, str):
            _refuse(path, f"{key}[{at}]: a text is expected, and not {_kind(one)}", AGAIN)
    return frozenset(value)


def _kind(value: Any) -> str:
    kinds: dict[type, str] = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    return "nothing" if value is None else kinds.get(type(value), "a number")


def _short(value: Any) -> str:
    if isinstance(value, int) and abs(value) > 10**18:
        return "a number of very many digits"
    text = json.dumps(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _refuse(place: Path | str, what: str, hint: str) -> NoReturn:
    from oer_build.messages import visible

    raise WrongUse(visible(f"{place}: {what}\n  help: {hint}"))
