"""Where a setting stands in mkdocs.yml: found by reading it as YAML, of which nothing is constructed."""

from __future__ import annotations

import pytest

from oer_build.settings import Settings, Way

OPTIONS = ("plugins", "oer")

TEXT = """\
# look: {link}
site_name: !!python/object/apply:os.system ["exit 1"]
plugins:
  - search
  - oer: # look: {link}
      <<: {edit: true}
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
        ((*OPTIONS, "look", "link"), "8:9"),
        ((*OPTIONS, "look", "dark", "link"), "9:16"),
        ((*OPTIONS, "articles", 1), "10:24"),
        (("plugins", "search"), "4:5"),
        ((*OPTIONS, "edit"), "6:12"),
        (("extra", "é", "ü"), "12:13"),
        ((*OPTIONS, "look", "mark"), "7:7"),
        ((*OPTIONS, "articles", 7), "10:7"),
        (("plugins", "tags", "x"), "3:1"),
        (("nav",), "1:1"),
    ],
)
def test_a_setting_is_found_where_it_stands_or_the_last_on_the_way(way: Way, place: str) -> None:
    assert str(Settings("m.yml", TEXT).place(way)) == f"m.yml:{place}"


@pytest.mark.parametrize("text", ["", "a: [", "- a\n- b\n", "a", "[" * 5000])
def test_without_a_mapping_it_is_the_beginning_of_the_file(text: str) -> None:
    assert str(Settings("m.yml", text).place((*OPTIONS, "look"))) == "m.yml:1:1"


def test_what_a_file_does_not_say_is_looked_for_where_it_inherits_from() -> None:
    base = Settings("base.yml", "plugins:\n  - oer:\n      license: MIT\n")
    settings = Settings("m.yml", "site_name: A\nplugins: [oer]\n", OPTIONS, base)
    assert str(settings.option("license")) == "base.yml:3:7"
    assert str(settings.option()) == "m.yml:2:11"
    assert str(settings.place(("site_name",))) == "m.yml:1:1"
