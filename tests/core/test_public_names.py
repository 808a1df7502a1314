"""The public line of the package: names that other programs may rely on."""

from __future__ import annotations

import oer_build

PUBLIC = {
    "Catalogue",
    "Compilation",
    "Diagnostic",
    "Project",
    "Report",
    "Site",
    "Span",
    "__version__",
    "compile_site",
    "write_folder",
}


def test_the_public_names_are_these_and_each_is_there() -> None:
    assert set(oer_build.__all__) == PUBLIC
    for name in PUBLIC:
        assert getattr(oer_build, name) is not None


def test_an_unknown_name_is_refused_as_python_does() -> None:
    assert not hasattr(oer_build, "compile_everything")
