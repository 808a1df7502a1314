"""Modules of the browser as one classic script. A small bundler for the forms that our own modules use.

It knows `import {a, b as c} from "./x.js"`, `import * as x`, `import x`, `import "./x.js"`,
`import("./x.js")`, `import.meta.url`, `export` before a function, a class or a constant, and
`export {a, b as c}` with and without `from`. Whatever else it meets is an error, as are circles of imports
and names that a module does not export: what it makes means what the modules meant, or it is not made.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from oer_build.offline.masking import masked

BROWSER = Path(__file__).parent / "browser"
SEARCH = "offline/search.js"
"""The module that stands in for Pagefind."""


class OfflineError(Exception):
    """The offline copy cannot be made; the message says why and where."""


@dataclass(slots=True)
class Module:
    """A module rewritten as the body of a function, and what it imports and exports."""

    body: str
    static: dict[str, list[str]] = field(default_factory=dict)
    """By module: the names that are wanted of it."""
    dynamic: list[str] = field(default_factory=list)
    exports: set[str] = field(default_factory=set)


_START = r"(?:^|(?<=[;}]))[ \t]*"
_FROM = r"\s*from\s*(?P<quote>[\"'])(?P<path>[^\"']*)(?P=quote)[ \t]*;?"
_IMPORT = re.compile(
    _START
    + r"import\s*(?:\{(?P<names>[^}]*)\}|\*\s*as\s+(?P<all>[\w$]+)|(?<=\s)(?P<default>[\w$]+))"
    + _FROM,
    re.MULTILINE,
)
_FOR_EFFECT = re.compile(
    _START + r"import\s*(?P<quote>[\"'])(?P<path>[^\"']*)(?P=quote)[ \t]*;?", re.MULTILINE
)
_LIST = re.compile(_START + r"export\s*\{(?P<names>[^}]*)\}(?:" + _FROM + r"|[ \t]*;?)", re.MULTILINE)
_DECLARED = re.compile(
    _START + r"(?P<export>export\s+)(?:(?:async\s+)?function\b\s*\*?\s*|class\s+|const\s+)(?P<name>[\w$]+)",
    re.MULTILINE,
)
_DYNAMIC = re.compile(r"(?<![\w$.])import\s*(?=\()")
_LITERAL = re.compile(r"\(\s*(?P<quote>[\"'])(?P<path>[^\"']*)(?P=quote)\s*\)")
_META = re.compile(r"(?<![\w$.])import\s*\.\s*meta\s*\.\s*url\b")
_LEFT = re.compile(r"(?<![\w$.])(?:import|export)\b(?!\s*:)")
_AWAIT = re.compile(r"^(?:(?:const|let|var)\b[^=\n]*=\s*)?await\b", re.MULTILINE)


def bundle(entries: Iterable[str], sources: Mapping[str, str], files: Iterable[str] = ()) -> str:
    """One classic script with every module that the entries need.

    `sources` are by path under the site, and so are `entries`; `files` are what scripts may fetch. Raises
    `OfflineError`.
    """
    modules = {SEARCH: rewritten(SEARCH, (BROWSER / "search.js").read_text(encoding="utf-8"))}
    wanted = sorted(entries)
    while wanted:
        name = wanted.pop()
        if name in modules:
            continue
        if name not in sources:
            raise OfflineError(f"{name}: a page or a module asks for this script, and the site has none")
        modules[name] = module = rewritten(name, sources[name])
        wanted += [*module.static, *module.dynamic]
    _check(modules)
    parts = [
        f"{json.dumps(name)}: (oerExports, oerNeed, oerImport, oerUrl) => {{\n{modules[name].body}\n}},\n"
        for name in sorted(modules)
    ]
    start = (BROWSER / "start.js").read_text(encoding="utf-8")
    known = json.dumps(sorted(files), ensure_ascii=False)
    return f'"use strict";\n(() => {{\n{start}\nstart({{\n{"".join(parts)}}}, {known});\n}})();\n'


def rewritten(name: str, source: str) -> Module:
    """A module as the body of a function of `oerExports`, `oerNeed`, `oerImport` and `oerUrl`."""
    code = masked(source)
    if _AWAIT.search(code):
        raise OfflineError(
            f"{_place(name, code, _AWAIT)}: the offline copy cannot wait at the top level of a module"
        )
    module = Module("")
    exported: dict[str, str] = {}
    # Replacements by place in the source: (start, end, text).
    changes: list[tuple[int, int, str]] = []

    def target(match: re.Match[str]) -> str:
        path = source[match.start("path") : match.end("path")]
        if not path.startswith((".", "/")) or "://" in path:
            raise OfflineError(f"{name}: '{path}' is no relative address of a module")
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))

    for match in _IMPORT.finditer(code):
        path = target(match)
        if match["all"]:
            text = f"const {match['all']} = oerNeed({json.dumps(path)});"
            module.static.setdefault(path, [])
        else:
            pairs = _names(match["names"]) if match["names"] is not None else [("default", match["default"])]
            module.static.setdefault(path, []).extend(theirs for theirs, _ in pairs)
            inner = ", ".join(f"{theirs}: {ours}" for theirs, ours in pairs)
            text = f"const {{ {inner} }} = oerNeed({json.dumps(path)});"
        changes.append((match.start(), match.end(), text))
    for match in _FOR_EFFECT.finditer(code):
        path = target(match)
        module.static.setdefault(path, [])
        changes.append((match.start(), match.end(), f"oerNeed({json.dumps(path)});"))
    for match in _LIST.finditer(code):
        pairs = _names(match["names"])
        origin = ""
        if match["quote"]:
            path = target(match)
            module.static.setdefault(path, []).extend(ours for ours, _ in pairs)
            origin = f"oerNeed({json.dumps(path)})."
        exported.update({outside: f"{origin}{inside}" for inside, outside in pairs})
        changes.append((match.start(), match.end(), ""))
    for match in _DECLARED.finditer(code):
        exported[match["name"]] = match["name"]
        changes.append((match.start("export"), match.end("export"), ""))
    for match in _DYNAMIC.finditer(code):
        literal = _LITERAL.match(code, match.end())
        if literal:
            module.dynamic.append(target(literal))
        changes.append((match.start(), match.end(), "oerImport"))
    changes += [(match.start(), match.end(), "oerUrl") for match in _META.finditer(code)]

    body, rest, at = [], [], 0
    for start, end, text in sorted(changes):
        body += [source[at:start], text]
        rest += [code[at:start], re.sub(r"[^\n]", " ", code[start:end])]
        at = end
    left = "".join([*rest, code[at:]])
    if _LEFT.search(left):
        raise OfflineError(
            f"{_place(name, left, _LEFT)}: a form of import or export that the offline copy does not know"
        )
    ends = [f"oerExports.{outside} = {inside};" for outside, inside in sorted(exported.items())]
    module.body = "\n".join(["".join([*body, source[at:]]).rstrip(), *ends])
    module.exports = set(exported)
    return module


def _names(text: str) -> list[tuple[str, str]]:
    """`a, b as c` as pairs: (a, a), (b, c)."""
    words = [part.split() for part in text.split(",") if part.strip()]
    return [(word[0], word[-1]) for word in words]


def _place(name: str, code: str, pattern: re.Pattern[str]) -> str:
    match = pattern.search(code)
    return f"{name}:{code.count(chr(10), 0, match.start() if match else 0) + 1}"


def _check(modules: Mapping[str, Module]) -> None:
    """Every imported name is exported, and no module needs itself."""
    for name, module in modules.items():
        for path, wanted in module.static.items():
            missing = set(wanted) - modules[path].exports
            if missing:
                raise OfflineError(f"{name}: {path} does not export {', '.join(sorted(missing))}")
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        if name in way:
            raise OfflineError(f"modules import one another in a circle: {' -> '.join([*way, name])}")
        if name not in done:
            for path in modules[name].static:
                visit(path, (*way, name))
            done.add(name)

    for name in modules:
        visit(name, ())
