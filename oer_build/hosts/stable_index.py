"""The same search index from the same pages: Pagefind writes filters in the order of a hash map.

Known upstream (Pagefind issue 638). Rewrites the filter files, the index of each language that names them and
the entry file, in alphabetical order and under names made from their content. Knows Pagefind's files only.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

_MAGIC = b"pagefind_dcd"
"""Begins every file that Pagefind's browser code unpacks."""

_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4
"""Major types of CBOR (RFC 8949) that Pagefind's files use."""


def stabilise(folder: Path) -> None:
    """Make the files of a `pagefind/` folder depend on its content only."""
    entry_path = folder / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    for about in entry["languages"].values():
        about["hash"] = _index(folder, about["hash"])
    entry["languages"] = dict(sorted(entry["languages"].items()))
    entry_path.write_text(
        json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n"
    )


def _index(folder: Path, name: str) -> str:
    """Rewrite the index of a language and its filters; the new name."""
    path = folder / f"pagefind.{name}.pf_meta"
    version, pages, chunks, filters, *rest = _read(path)
    filters = sorted([title, _filter(folder / "filter", file)] for title, file in filters)
    return _write(path, "pagefind.{}.pf_meta", name, [version, pages, chunks, filters, *rest])


def _filter(folder: Path, name: str) -> str:
    path = folder / f"{name}.pf_filter"
    title, values = _read(path)
    return _write(path, "{}.pf_filter", name, [title, sorted(values)])


def _read(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MAGIC):
        raise ValueError(f"{path.name} is not a file of the Pagefind that we know")
    value, end = _decode(data, len(_MAGIC))
    if end != len(data):
        raise ValueError(f"{path.name} has more in it than one value")
    return value


def _write(path: Path, pattern: str, name: str, value: Any) -> str:
    """Write a value under the name that its content gives it, in place of `path`; that name."""
    data = _MAGIC + _encode(value)
    language = name.rpartition("_")[0]
    new = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    path.unlink()
    path.with_name(pattern.format(new)).write_bytes(gzip.compress(data, 9, mtime=0))
    return new


def _decode(data: bytes, at: int) -> tuple[Any, int]:
    kind, short = data[at] >> 5, data[at] & 31
    at += 1
    if short < 24:
        count = short
    elif short < 28:
        width = 1 << (short - 24)
        count = int.from_bytes(data[at : at + width], "big")
        at += width
    else:
        raise ValueError("an item of open length")
    if kind == _UNSIGNED:
        return count, at
    if kind == _TEXT:
        return data[at : at + count].decode(), at + count
    if kind == _ARRAY:
        items = []
        for _ in range(count):
            item, at = _decode(data, at)
            items.append(item)
        return items, at
    raise ValueError(f"an item of type {kind}")


def _encode(value: Any) -> bytes:
    if isinstance(value, int):
        return _head(_UNSIGNED, value)
    if isinstance(value, str):
        data = value.encode()
        return _head(_TEXT, len(data)) + data
    return _head(_ARRAY, len(value)) + b"".join(_encode(item) for item in value)


def _head(kind: int, count: int) -> bytes:
    if count < 24:
        return bytes([kind << 5 | count])
    short, width = next((24 + n, 1 << n) for n in range(4) if count < 1 << (8 << n))
    return bytes([kind << 5 | short]) + count.to_bytes(width, "big")
