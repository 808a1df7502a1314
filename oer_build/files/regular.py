"""Opening a file that was looked at: a regular one inside the project, never a link, a pipe or a device."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_IRREGULAR = (
    (stat.S_ISLNK, "a symbolic link"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISREG, "a file where a folder belongs"),
)


class Refused(Exception):
    """A file that is not read: the code of the diagnostic, what is wrong, what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def irregular(mode: int) -> Refused:
    """Why an entry with this mode is not read."""
    what = next((words for test, words in _IRREGULAR if test(mode)), "not a regular file")
    return Refused(
        "not-a-regular-file",
        f"this is {what}, which is never read",
        "put a copy of the file in its place, or remove it",
    )


def read_regular(root: Path, path: str, limit: int) -> bytes:
    """The content of a regular file of at most `limit` bytes. Raises `Refused`.

    The open file is judged again: what was a file when the folder was listed may have become a link since.
    """
    try:
        handle = os.open(root / path, _OPEN_FLAGS)
    except OSError as error:
        raise Refused(
            "not-a-regular-file",
            f"the file cannot be opened: {error.strerror}",
            "give yourself the right to read it",
        ) from error
    with os.fdopen(handle, "rb") as file:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            raise irregular(mode)
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Refused(
            "file-too-large", f"the file is larger than {_size(limit)}", "split it or make it smaller"
        )
    return data


def _size(limit: int) -> str:
    return f"{limit // 1024 // 1024} MiB" if limit >= 1024 * 1024 else f"{limit // 1024} KiB"
