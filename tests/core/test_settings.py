"""Where a setting stands in mkdocs.yml: found by reading it as YAML, of which nothing is constructed."""

from __future__ import annotations

import pytest

from oer_build.settings import OPTIONS, Settings, Way

TEXT = """\
# look: {link}
site_name: !!python/object/apply:os.system ["exit 1"]
plugins:
  - search
  - oer: # look: {link}
      look:
        link: '#777'
        dark: {link: '#777'}
      articles: [docs, "b"]
extra:
  é: {ü: 1, ü: 2}
"""


@pytest.mark.parametrize(
    ("way", "place"),
    [
        ((*OPTIONS, "look", "link"), "7:9"),
        ((*OPTIONS, "look", "dark", "link"), "8:16"),
        ((*OPTIONS, "articles", 1), "9:24"),
        (("plugins", "search"), "4:5"),
        (("extra", "é", "ü"), "11:13"),
        ((*OPTIONS, "look", "mark"), "6:7"),
        ((*OPTIONS, "articles", 7), "9:7"),
        (("plugins", "tags", "x"), "3:1"),
        (("nav",), "1:1"),
    ],
)
def test_a_setting_is_found_where_it_stands_or_the_last_on_the_way(way: Way, place: str) -> None:
    assert str(Settings("m.yml", TEXT).place(way)) == f"m.yml:{place}"


@pytest.mark.parametrize("text", ["", "a: [", "- a\n- b\n", "a", "[" * 5000])
def test_without_a_mapping_it_is_the_beginning_of_the_file(text: str) -> None:
    assert str(Settings("m.yml", text).place((*OPTIONS, "look"))) == "m.yml:1:1"
