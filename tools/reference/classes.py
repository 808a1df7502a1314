"""The data classes of the package as their source describes them, each found by the file that names it.

Python keeps no docstrings of fields, so the source is read as text. One name may stand for different classes
in different rooms: a name is looked up in its own file first, and then in what that file imports.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from writing import PACKAGE

WORDS = {
    "str": "text",
    "int": "number",
    "float": "number",
    "bool": "yes or no",
    "Markup": "HTML",
    "Any": "anything",
    "object": "anything",
}
"""What plain types are called."""


@dataclass(slots=True)
class Field:
    """A field or computed value of a class."""

    name: str
    kind: ast.expr | None
    text: str


@dataclass(slots=True)
class Class:
    """A class: its docstring and its own fields."""

    name: str
    module: Module
    text: str
    bases: list[str]
    fields: list[Field] = field(default_factory=list)

    def all_fields(self) -> list[Field]:
        """Inherited fields first."""
        parents = [parent for base in self.bases for parent in self.module.find(base)]
        return [*(one for parent in parents for one in parent.all_fields()), *self.fields]


class Module:
    """A file of the package: its classes, its names for unions, and where its other names come from."""

    def __init__(self, path: Path, all_modules: dict[str, Module]) -> None:
        self.room = path.relative_to(PACKAGE).as_posix()
        self._all = all_modules
        self._tree = ast.parse(path.read_text(encoding="utf-8"))

    @cached_property
    def classes(self) -> dict[str, Class]:
        return {
            node.name: self._class(node)
            for node in self._tree.body
            if isinstance(node, ast.ClassDef)
            and any("dataclass" in ast.unparse(d) for d in node.decorator_list)
        }

    @cached_property
    def _unions(self) -> dict[str, ast.expr]:
        return {
            target.id: node.value
            for node in self._tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp | ast.Subscript)
            for target in node.targets
            if isinstance(target, ast.Name)
        }

    @cached_property
    def _imports(self) -> dict[str, str]:
        """By name: the dotted module that it comes from."""
        found = {}
        for node in ast.walk(self._tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("oer_build"):
                for name in node.names:
                    found[name.asname or name.name] = node.module
        return found

    def find(self, name: str) -> list[Class]:
        """The classes that a name stands for here: one, several for a union, or none of this package."""
        name = name.strip("\"'")
        if name in self.classes:
            return [self.classes[name]]
        if name in self._unions:
            return [found for part in names(self._unions[name]) for found in self.find(part)]
        source = self._source(name)
        return source.find(name) if source else []

    def find_in(self, module: str, name: str) -> list[Class]:
        """The classes that `module.name` stands for here."""
        source = self._all.get(f"{self._imports.get(module, '')}.{module}")
        return source.find(name) if source else []

    def choices(self, name: str) -> list[str]:
        """The texts that a name for a `Literal` allows; empty where it is none."""
        kind = self._unions.get(name)
        if isinstance(kind, ast.Subscript) and "Literal" in names(kind.value):
            return [str(node.value) for node in ast.walk(kind.slice) if isinstance(node, ast.Constant)]
        source = self._source(name)
        return source.choices(name) if source else []

    def _source(self, name: str) -> Module | None:
        source = self._all.get(self._imports.get(name, ""))
        return source if source is not self else None

    def _class(self, node: ast.ClassDef) -> Class:
        bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
        made = Class(node.name, self, ast.get_docstring(node) or "", bases)
        for item, following in zip(node.body, [*node.body[1:], None], strict=True):
            if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                text = ""
                if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
                    text = str(following.value.value)
                made.fields.append(Field(item.target.id, item.annotation, text))
            elif isinstance(item, ast.FunctionDef) and any(
                isinstance(mark, ast.Name) and mark.id == "property" for mark in item.decorator_list
            ):
                made.fields.append(Field(item.name, item.returns, ast.get_docstring(item) or ""))
        made.fields = [one for one in made.fields if not one.name.startswith("_")]
        return made


def modules() -> dict[str, Module]:
    """Every module of the package by its dotted name."""
    found: dict[str, Module] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = Module(path, found)
    return found


def names(kind: ast.expr | None) -> Iterator[str]:
    """The names in an annotation."""
    for node in ast.walk(kind) if kind else ():
        if isinstance(node, ast.Name):
            yield node.id


def held(kind: ast.expr | None, module: Module) -> Iterator[Class]:
    """The classes of the package that an annotation names."""
    for node in ast.walk(kind) if kind else ():
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield from module.find_in(node.value.id, node.attr)
        elif isinstance(node, ast.Name):
            yield from module.find(node.id)


def in_words(kind: ast.expr | None, module: Module) -> str:
    """An annotation for people who don't write Python; a class of this package links to its description."""
    match kind:
        case None:
            return ""
        case ast.Constant(value=None):
            return "nothing"
        case ast.Constant(value=str(text)):
            return f"`{text}`" if " " in text or not module.find(text) else in_words(ast.Name(text), module)
        case ast.BinOp(left=left, right=right):
            return f"{in_words(left, module)} or {in_words(right, module)}"
        case ast.Attribute(value=ast.Name(id=outer), attr=name):
            return _links(module.find_in(outer, name)) or name
        case ast.Name(id=name):
            choices = ", ".join(f"`{choice}`" for choice in module.choices(name))
            return _links(module.find(name)) or choices or WORDS.get(name, name)
        case ast.Subscript(value=outer, slice=inner):
            parts = list(inner.elts) if isinstance(inner, ast.Tuple) else [inner]
            words = [in_words(part, module) for part in parts if not _dots(part)]
            name = next(names(outer), "")
            if name in ("Mapping", "dict"):
                return f"{words[-1]} by {'name' if words[0] == 'text' else words[0]}"
            if name == "Literal":
                return ", ".join(f"`{part.value!s}`" for part in parts if isinstance(part, ast.Constant))
            if name == "tuple" and not any(_dots(part) for part in parts):
                return "pair of " + " and ".join(words) if len(words) == 2 else "group of " + ", ".join(words)
            return f"list of {words[0]}" if words else "list"
    return ast.unparse(kind)


def _links(found: list[Class]) -> str:
    return " or ".join(f"[{one.name}](#{one.name.lower()})" for one in found)


def _dots(part: ast.expr) -> bool:
    return isinstance(part, ast.Constant) and part.value is ...
