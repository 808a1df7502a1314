"""The reference of diagnostics, from the catalogue of codes."""

from __future__ import annotations

import re

from writing import PACKAGE, ROOT, fence, page, prose

from oer_build.codes import CODES

EXAMPLE = """\
content/modules/first-steps/index.md:5:18: error[unknown-competency]: no competency 'user'
  5 |   - {competency: user, level: working, strength: practised}
    |                  ^
  help: did you mean 'users'?"""


def diagnostics() -> str:
    parts = [
        "Every problem that `oer check` can report has a code. Codes are permanent: one may be retired, but "
        "none gets a new meaning. An **error** stops a build. A **warning** stops it too, unless you build "
        "with `--no-strict`.",
        "A message says where, how grave, which code, and what is wrong. Then come the line, a mark under "
        "the place, and what to do:",
        fence(EXAMPLE),
        f"There are {len(CODES)} codes.",
    ]
    for title, names in sections():
        parts.append(f"## {title}")
        for name in names:
            entry = CODES[name]
            parts += [
                f"### {name}",
                f"**{entry.severity.capitalize()}.** {prose(entry.summary)}",
                f"What to do: {prose(entry.remedy)}",
                *_example(name),
            ]
    return page("Diagnostics", "Every problem that a check can report, and what to do about it.", *parts)


def _example(name: str) -> list[str]:
    """The message that the code's test case expects."""
    case = ROOT / "tests" / "diagnostics" / "cases" / f"{name}.txt"
    if not case.is_file():
        return []
    expected = case.read_text(encoding="utf-8", errors="replace").partition("=== expected\n")[2]
    found = re.search(rf"^(.*(?:error|warning)\[{name}\]: .*)$", expected, re.MULTILINE)
    return ["For example:", fence(found[1])] if found else []


def sections() -> list[tuple[str, list[str]]]:
    """The codes as the comments of the catalogue group them, in the order of the file."""
    found: list[tuple[str, list[str]]] = []
    for line in (PACKAGE / "codes.py").read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"\s*# -- (.+?) -*$", line):
            title = heading[1].strip()
            found.append((title[:1].upper() + title[1:], []))
        elif (entry := re.match(r'\s{4}"([a-z0-9-]+)": ', line)) and entry[1] in CODES and found:
            found[-1][1].append(entry[1])
    listed = {name for _, names in found for name in names}
    found.append(("Others", [name for name in CODES if name not in listed]))
    return [(title, names) for title, names in found if names]
