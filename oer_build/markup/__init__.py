"""The authors' Markdown: teaching blocks, cross-references, links, glossary terms; text in, `Lesson` out.

Knows nothing of any site engine, and asks nothing of files: what a link leads to is told by whoever calls.
"""

from __future__ import annotations

from oer_build.markup.labels import Labels
from oer_build.markup.references import ReferenceUse, Target, references_in
from oer_build.markup.render import render
from oer_build.markup.terms import TermIndex

__all__ = ["Labels", "ReferenceUse", "Target", "TermIndex", "references_in", "render"]
