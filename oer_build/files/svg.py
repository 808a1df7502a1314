"""Which SVG pictures are safe to publish: drawings that run nothing and fetch nothing.

A picture opened by its own address is a document of this site, so a script in it would act as the site. The
rule is a list of what may stand in a picture (SVG 2, without scripting, linking, animation and foreign
content), not a list of what may not.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from oer_build.diagnostics import Report, Span

_SVG = "http://www.w3.org/2000/svg"
_STYLE_ELEMENT = f"{_SVG} style"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"

_ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "switch",
        "title",
        "desc",
        "metadata",
        "style",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "image",
        "linearGradient",
        "radialGradient",
        "stop",
        "pattern",
        "clipPath",
        "mask",
        "marker",
        "filter",
        "feBlend",
        "feColorMatrix",
        "feComponentTransfer",
        "feComposite",
        "feConvolveMatrix",
        "feDiffuseLighting",
        "feDisplacementMap",
        "feDistantLight",
        "feDropShadow",
        "feFlood",
        "feFuncA",
        "feFuncB",
        "feFuncG",
        "feFuncR",
        "feGaussianBlur",
        "feMerge",
        "feMergeNode",
        "feMorphology",
        "feOffset",
        "fePointLight",
        "feSpecularLighting",
        "feSpotLight",
        "feTile",
        "feTurbulence",
        "view",
    ]
)
_RUNNING_NAMESPACES = (
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2001/xml-events",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/2001/XInclude",
    "http://www.w3.org/1999/XSL/Transform",
)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*\Z")
_FETCHING = re.compile(
    r"@import|@font-face|image-set\s*\(|src\s*\(|image\s*\(|expression\s*\(|javascript:|\\", re.I
)
_URL = re.compile(r"url\s*\(\s*[\"']?\s*([^\"')\s]?)", re.I)
_STYLES = ("the style sheet", "the attribute style")
_PAINT = frozenset(
    [
        "clip-path",
        "cursor",
        "fill",
        "filter",
        "marker",
        "marker-end",
        "marker-mid",
        "marker-start",
        "mask",
        "stroke",
    ]
)
"""Attributes that browsers read as style sheets do, with escapes and all functions."""
MAX_PROBLEMS = 20
"""How many problems are reported of one picture."""
MAX_NESTING = 200
"""How deep elements may be nested: browsers differ beyond it, and nobody draws so."""


def check_svg(data: bytes, file: str, report: Report) -> bool:
    """Report everything in a picture that is not a drawing; whether it is safe."""
    return _Picture(file, report).check(data)


class _Picture:
    def __init__(self, file: str, report: Report) -> None:
        self._file, self._report = file, report
        self._safe = True
        self._problems = 0
        self._open: list[str] = []
        self._style: list[str] = []
        self._style_begins: Span | None = None
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.XmlDeclHandler = self._declaration
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def check(self, data: bytes) -> bool:
        try:
            self._parser.Parse(data, True)
        except _Refused:
            pass
        except (expat.ExpatError, ValueError) as error:
            line, column = getattr(error, "lineno", 1), getattr(error, "offset", 0)
            self._report.add(
                "unsafe-svg",
                Span(self._file, line, column + 1),
                "the picture is not well-formed XML",
                "open it in a drawing program and save it as plain SVG",
            )
            return False
        return self._safe

    def _refuse(self, message: str, hint: str, where: Span | None = None) -> None:
        self._safe = False
        self._report.add("unsafe-svg", where or self._here(), message, hint)
        self._problems += 1
        if self._problems >= MAX_PROBLEMS:
            raise _Refused

    def _here(self) -> Span:
        return Span(self._file, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _declaration(self, _: str, encoding: str | None, __: int) -> None:
        # A browser obeys the declaration. In GBK a letter can swallow the bracket that ends a CDATA section,
        # and what is a comment here is a script there.
        if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
            self._refuse(f"the picture says that its encoding is {encoding}", "save it as UTF-8")

    def _doctype(self, *_: object) -> None:
        self._refuse(
            "the picture has a document type, which can define entities", "remove the line <!DOCTYPE ...>"
        )
        raise _Refused

    def _instruction(self, target: str, _: str) -> None:
        self._refuse(f"the picture has a processing instruction <?{target} ...?>", "remove it")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self._open and (namespace, local) != (_SVG, "svg"):
            self._refuse(
                f"the outermost element is <{local}>, not <svg>",
                f'begin with <svg xmlns="{_SVG}">',
            )
            raise _Refused
        self._open.append(name)
        if len(self._open) > MAX_NESTING:
            self._refuse(f"elements are nested more than {MAX_NESTING} deep", "save it as plain SVG")
            raise _Refused
        if name == _STYLE_ELEMENT:
            self._style_begins = self._here()
        if namespace == _SVG and local not in _ELEMENTS:
            self._refuse(
                f"<{local}> is not allowed in a picture", "remove it: a picture is a drawing and nothing more"
            )
        elif namespace in _RUNNING_NAMESPACES:
            self._refuse(f"<{local}> belongs to another language, {namespace}", "remove it")
        else:
            for key, value in attributes.items():
                self._attribute(local, key, value)

    def _attribute(self, element: str, name: str, value: str) -> None:
        namespace, _, local = name.rpartition(" ")
        if local.lower().startswith("on") and namespace in ("", _SVG):
            self._refuse(f"the attribute {local} would run a script", "remove it")
        elif local == "href" and namespace in ("", _XLINK):
            if not (value.startswith("#") or (element == "image" and _PICTURE.match(value))):
                self._refuse(
                    f"<{element}> refers to something outside the picture",
                    "embed it, or draw it here; only references that begin with # are allowed",
                )
        elif local == "base" and namespace == _XML:
            self._refuse("the attribute xml:base changes what references mean", "remove it")
        elif namespace == "" and local != "d":
            self._check_style(value, f"the attribute {local}", paint=local in _PAINT)

    def _characters(self, text: str) -> None:
        if self._open and self._open[-1] == _STYLE_ELEMENT:
            self._style.append(text)

    def _end(self, name: str) -> None:
        self._open.pop()
        if self._style and name == _STYLE_ELEMENT:
            self._check_style("".join(self._style), "the style sheet", self._style_begins)
            self._style.clear()

    def _check_style(self, text: str, where: str, span: Span | None = None, paint: bool = False) -> None:
        if "(" not in text and "@" not in text and "\\" not in text and ":" not in text:
            return
        # With and without comments: in a string or an address `/*` begins none.
        text += "\n" + _without_comments(text)
        if (paint or where in _STYLES) and _FETCHING.search(text):
            self._refuse(
                f"{where} can fetch something", "use plain colours, sizes and fonts of the system", span
            )
        elif any(target != "#" for target in _URL.findall(text)):
            self._refuse(
                f"{where} refers to something outside the picture", "only url(#...) is allowed", span
            )


def _without_comments(style: str) -> str:
    """A style sheet without comments; one that has no end hides what follows it, for browsers as well."""
    kept = []
    position = 0
    while (start := style.find("/*", position)) >= 0:
        kept.append(style[position:start])
        end = style.find("*/", start + 2)
        if end < 0:
            return " ".join(kept)
        position = end + 2
    return " ".join([*kept, style[position:]])


class _Refused(Exception):
    """The rest of the picture is not worth reading."""
