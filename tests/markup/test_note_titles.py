"""Notes without a title of their own are called by their kind, in the language of the text."""

from __future__ import annotations

import pytest

from oer_build.diagnostics import Report
from oer_build.markup import Labels, render


def html(text: str, **notes: str) -> str:
    labels = Labels(notes=notes)
    made = render(
        text,
        file="content/a.md",
        line=1,
        page_path="a/",
        targets={},
        terms=None,
        report=Report(),
        labels=labels,
    )
    return str(made)


@pytest.mark.parametrize("mark", ["!!!", "???", "???+"])
def test_the_kind_is_translated(mark: str) -> None:
    assert "Avertissement" in html(f"{mark} warning\n    Words.\n", warning="Avertissement")


def test_a_title_of_the_author_stays() -> None:
    assert "Attention" not in html('!!! warning "Read this"\n    Words.\n', warning="Attention")
    assert "Read this" in html('!!! warning "Read this"\n    Words.\n', warning="Attention")


def test_a_kind_without_a_word_is_its_own_title() -> None:
    assert "Warning" in html("!!! warning\n    Words.\n")
