"""The theme's own words, for hosts: what the chrome of every page says, so that it can be translated.

The rest of this folder is a MkDocs `custom_dir`: templates, and assets that are published as they are.
Knows nothing of the core: a host translates `WORDS` and hands them to the templates as `page.meta.oer.words`.
Without it the templates speak English: each of them names its word with the same English text as here.
"""

from __future__ import annotations

from collections.abc import Callable

WORDS: dict[str, str] = {
    "skip": "Skip to content",
    "menu": "Menu",
    "site": "Site",
    "languages": "Languages",
    "section": "In this section",
    "breadcrumbs": "You are here",
    "contents": "On this page",
    "search": "Search",
    "search_site": "Search this site",
    "search_hint": "Words to look for",
    "search_all": "All results, with filters",
    "search_close": "Close",
    "search_slash": "Open search with the / key",
    "search_loading": "Searching…",
    "search_none": "Nothing found for “{query}”.",
    "search_one": "1 result for “{query}”.",
    "search_other": "{count} results for “{query}”.",
    "search_failed": "Search could not be loaded. The catalogue lists every module.",
    "search_pages": "Pages",
    "search_counted": "{name} ({count})",
    "search_every": "Show all {count}",
    "search_and_more": "and {count} more",
    "search_quoted": "“{name}”",
    "search_also": "Also searched for {names}.",
    "search_instead": "“{query}” was not found. These are the results for “{other}”.",
    "search_written": "Search for “{query}” as written",
    "search_perhaps": "Did you mean",
    "search_shorter": "With fewer words",
    "search_choices": "{title}: {choices}.",
    "search_ways": "Other ways to find something",
    "search_offline": "In this offline copy, search finds words by how they begin.",
    "scheme": "Colours",
    "copy_this": "Copy",
    "copied": "Copied",
    "link_to": "Copy the link to “{title}”",
    "link_copied": "Link copied",
    "link_shown": "The link stands in the address bar now: copy it there.",
    "not_copied": "Not copied. The text is selected: copy it with the keys of your computer.",
    "lost": "A part of this page did not arrive. Load the page again to use it.",
    "learning": "My learning",
    "done": "Done",
    "started": "Started",
    "print": "Print this page",
    "pager": "Previous and next",
    "previous": "Previous",
    "next": "Next",
    "licensed": "Except where the page says otherwise, this page is published under",
    "edit": "Edit this page",
    "top": "Back to top",
    "offline": "Download the whole site to use offline ({size}, zip; extract it before you open it)",
    "app_title": "New version",
    "app_ready": "A new version of this site is ready.",
    "app_load": "Load it",
    "app_later": "Not now",
    "app_pages": "Pages to read offline",
    "accessibility": "Accessibility",
    "source": "Source",
    "authors": "By",
    "updated": "Last changed",
}
"""What the templates and scripts say, in English, by the key under which they look for it."""


def words(gettext: Callable[[str], str]) -> dict[str, str]:
    """The words in the language of `gettext`."""
    return {key: gettext(text) for key, text in WORDS.items()}
