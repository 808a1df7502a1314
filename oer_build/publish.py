"""Publishing whole or not at all: a site is built beside its folder and exchanged with it in one step.

A reader's request therefore meets the old site or the new one, never a mixture, and a build that is killed or
runs out of disk leaves the old site as it was. Litter of such a build is swept by the next one. Knows folders
only, not what is in them.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import glob
import os
import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SITE_SIGNS = ("catalogue.json", "sitemap.xml", "404.html")
"""A folder that holds one of these is a built site, and a build may take its place."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Linux renameat2(2)."""
_RENAME_SWAP = 2
"""macOS renamex_np(2)."""


class PublishError(Exception):
    """The folder cannot be published to; the message says why and what to do."""


@contextlib.contextmanager
def staged(target: Path, signs: Sequence[str] = SITE_SIGNS) -> Iterator[Path]:
    """A new empty folder beside `target`; when the block ends without an exception it takes its place.

    `signs` are files by which a folder is known to be the work of an earlier build. Raises `PublishError`
    when the target holds something else, or when another build runs; `OSError` when the disk is full or
    forbids writing.
    """
    target = target.absolute()
    _refuse_strangers(target, signs)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _locked(target):
        _sweep(target)
        stage = target.parent / f"{_prefix(target)}{secrets.token_hex(6)}"
        try:
            stage.mkdir()
            yield stage
            _flush(stage)
            _exchange(stage, target)
        finally:
            # Holds the old site now, or what a failed build had written.
            shutil.rmtree(stage, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}.oer-"


def _refuse_strangers(target: Path, signs: Sequence[str]) -> None:
    """A folder with files in it must be ours: the exchange removes what was there."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise PublishError(f"{target} is not a folder: choose another one")
    if not target.exists() or not any(target.iterdir()):
        return
    if not any((target / sign).is_file() for sign in signs):
        raise PublishError(
            f"{target} holds files that no such build wrote, and this one would remove them: "
            "choose another folder, or an empty one"
        )


@contextlib.contextmanager
def _locked(target: Path) -> Iterator[None]:
    """One build at a time for a target. The lock is the kernel's, so a killed build leaves none behind."""
    path = target.parent / f".{target.name}.oer.lock"
    while True:
        handle = path.open("a")
        try:
            _lock(handle)
        except OSError as fault:
            handle.close()
            if fault.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
                raise
            raise PublishError(f"another build is writing {target}: wait for it to end") from fault
        if _still_there(handle, path):
            break
        handle.close()  # the build before us removed its lock file between our opening and locking it
    with handle:
        try:
            yield
        finally:
            # Windows removes no file that is open.
            with contextlib.suppress(OSError):
                path.unlink()


def _lock(handle: IO[str]) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _still_there(handle: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _sweep(target: Path) -> None:
    """Remove what killed builds left, and restore the site that a swap without exchange had set aside."""
    aside = _aside(target)
    if aside.exists() and not target.exists():
        aside.rename(target)
    for litter in target.parent.glob(f"{glob.escape(_prefix(target))}*"):
        shutil.rmtree(litter, ignore_errors=True)


def _aside(target: Path) -> Path:
    return target.parent / f"{_prefix(target)}previous"


def _flush(folder: Path) -> None:
    """Write everything to disk before the exchange, so that a power cut cannot publish empty files.

    Raises `OSError` where the disk turns out to be full only now.
    """
    if sys.platform == "linux":
        # The file system of the folder only: others may have gigabytes to write.
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            libc = ctypes.CDLL(None, use_errno=True)
            if libc.syncfs(descriptor) != 0:
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
        except AttributeError:
            os.sync()
        finally:
            os.close(descriptor)
    elif hasattr(os, "sync"):
        os.sync()


def _exchange(stage: Path, target: Path) -> None:
    if not target.exists():
        stage.rename(target)
        return
    if _swap(stage, target):
        return
    # File systems without an exchange: two renames, and `_sweep` mends a kill between them.
    aside = _aside(target)
    target.rename(aside)
    try:
        stage.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _swap(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; False where system or file system cannot."""
    a, b = os.fsencode(first), os.fsencode(second)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            result = libc.renameat2(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE)
        elif sys.platform == "darwin":
            result = libc.renamex_np(a, b, _RENAME_SWAP)
        else:
            return False
    except (AttributeError, OSError, TypeError):
        return False
    if result == 0:
        return True
    if ctypes.get_errno() in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EXDEV):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(second))
