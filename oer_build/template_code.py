"""Templates compiled once for a process: `oer serve` builds again and again, and so do the tests.

Jinja takes three quarters of a second for all templates of the package, more than a small course takes, and a
third of one for those of the theme. What is kept stays in memory: code read back from a folder could be
somebody else's.
"""

from __future__ import annotations

from collections.abc import Hashable
from types import CodeType
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket

MOST = 1000
"""Templates that are kept: all of the package in a dozen languages."""

SETTINGS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline"),
    *("autoescape", "finalize", "optimized", "sandboxed", "code_generator_class", "newstyle_gettext"),
)
"""Of a Jinja environment: what decides to which code a template compiles."""

# State outside compile.py: docs/explanation/decisions/0011-compiled-templates-outlive-a-build.md says why.
_KEPT: dict[tuple[Hashable, str, str], CodeType] = {}


class CompiledHere(BytecodeCache):
    """What this process has compiled already, by the words that went into it (see `template_words`), the file
    and its text. The oldest goes when there are too many."""

    def __init__(self, words: Hashable) -> None:
        self.words = words

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = _KEPT.get((self.words, bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if len(_KEPT) >= MOST:
            del _KEPT[next(iter(_KEPT))]
        if bucket.code:
            _KEPT[self.words, bucket.key, bucket.checksum] = bucket.code


def rules_of(env: Environment) -> Hashable:
    """What an environment that is not ours makes of a text: how it reads it, its extensions, and the filters
    and tests with which Jinja works out constants when it compiles. Plugins and themes may add their own."""
    try:
        added = (frozenset(env.extensions), frozenset(env.filters.items()), frozenset(env.tests.items()))
    except TypeError:  # one that cannot be compared with another: what it makes is nobody else's
        return object()
    return (*added, *(getattr(env, name, None) for name in SETTINGS), env.policies["ext.i18n.trimmed"])
