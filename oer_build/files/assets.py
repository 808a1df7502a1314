"""Which files are published as they are: a list of kinds, each held to its extension and to its content.

A file whose content is not what its name says could be taken by a browser for a page of this site and run
there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of file: its media type (IANA) and whether bytes are of it."""

    media_type: str
    matches: Callable[[bytes], bool]


def _begins(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(signatures)


def _webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _brand(*brands: bytes) -> Callable[[bytes], bool]:
    """ISO base media files (ISO/IEC 14496-12): a box `ftyp` with a brand."""
    return lambda data: data[4:8] == b"ftyp" and (not brands or any(brand in data[8:64] for brand in brands))


def _mp3(data: bytes) -> bool:
    return data[:3] == b"ID3" or (len(data) > 2 and data[0] == 0xFF and data[1] & 0xE6 == 0xE2)


def _text(data: bytes) -> bool:
    if b"\x00" in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _captions(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") and _text(data)


def _office(folder: bytes) -> Callable[[bytes], bool]:
    """Office Open XML (ECMA-376 part 2) without macros."""
    return lambda data: (
        data.startswith(b"PK\x03\x04")
        and b"[Content_Types].xml" in data
        and folder in data
        and b"vbaProject.bin" not in data
    )


def _open_document(kind: bytes) -> Callable[[bytes], bool]:
    """OpenDocument (part 2, 3.3): the first member is `mimetype`, stored as it is."""
    return lambda data: data.startswith(b"PK\x03\x04") and data[30:200].startswith(b"mimetype" + _ODF + kind)


_ODF = b"application/vnd.oasis.opendocument."
_OOXML = "application/vnd.openxmlformats-officedocument."

TYPES: dict[str, Type] = {
    "png": Type("image/png", _begins(b"\x89PNG\r\n\x1a\n")),
    "jpg": Type("image/jpeg", _begins(b"\xff\xd8\xff")),
    "jpeg": Type("image/jpeg", _begins(b"\xff\xd8\xff")),
    "gif": Type("image/gif", _begins(b"GIF87a", b"GIF89a")),
    "webp": Type("image/webp", _webp),
    "avif": Type("image/avif", _brand(b"avif", b"avis")),
    "svg": Type("image/svg+xml", _text),
    "pdf": Type("application/pdf", _begins(b"%PDF-")),
    "csv": Type("text/csv", _text),
    "txt": Type("text/plain", _text),
    "vtt": Type("text/vtt", _captions),
    "odt": Type(_ODF.decode() + "text", _open_document(b"text")),
    "ods": Type(_ODF.decode() + "spreadsheet", _open_document(b"spreadsheet")),
    "odp": Type(_ODF.decode() + "presentation", _open_document(b"presentation")),
    "docx": Type(_OOXML + "wordprocessingml.document", _office(b"word/")),
    "xlsx": Type(_OOXML + "spreadsheetml.sheet", _office(b"xl/")),
    "pptx": Type(_OOXML + "presentationml.presentation", _office(b"ppt/")),
    "mp3": Type("audio/mpeg", _mp3),
    "mp4": Type("video/mp4", _brand()),
    "webm": Type("video/webm", _begins(b"\x1a\x45\xdf\xa3")),
}
"""By extension, in small letters."""


def extension(name: str) -> str:
    """The extension that decides the kind: of `Plan.PDF` it is `pdf`."""
    return name.rpartition(".")[2].lower() if "." in name else ""
