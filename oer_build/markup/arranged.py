"""The order in which a question shows what has to be ordered or matched, and the keys of what readers keep.

Made of the words and nothing else: the same question is the same in every build, on every page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from oer_build.lesson import Block


def arranged(block: Block) -> Block:
    """A question with its key and, where its type needs them, its order and its choices."""
    kind = block.settings.get("type", "")
    texts = [part for answer in block.answers for part in (answer.text, answer.partner_text)]
    key = _key(kind, block.text, *texts)
    if kind == "ordering":
        return replace(block, key=key, shown=shuffled([answer.text for answer in block.answers]))
    if kind == "matching":
        partners = list(dict.fromkeys(answer.partner_text for answer in block.answers))
        return replace(block, key=key, choices=tuple(partners[index] for index in shuffled(partners)))
    return replace(block, key=key)


def shuffled(texts: Sequence[str]) -> tuple[int, ...]:
    """Indices of some texts in an order that depends on them alone, and is never the one given."""
    seed = _digest(*texts)
    order = sorted(range(len(texts)), key=lambda index: _digest(seed, str(index)))
    if order == list(range(len(texts))):
        order = [*order[1:], *order[:1]]
    return tuple(order)


def item_keys(texts: Iterable[str]) -> tuple[str, ...]:
    """A key for each of some objectives, from its plain text."""
    return tuple(_key("objective", text) for text in texts)


def _key(*words: str) -> str:
    return _digest(*words)[:12]


def _digest(*words: str) -> str:
    return sha256("\0".join(words).encode()).hexdigest()
