"""How to cite a module or course, and how to credit it when reusing it. Values in, text out.

Five forms: a reference in the style of APA, BibTeX, Citation File Format 1.2, CSL-JSON, and an attribution
after TASL (title, author, source, licence) as text and as HTML. Works that it adapts are named with licence
and changes.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from oer_build.analysis.licences import license_title, license_url
from oer_build.exports.addresses import course_path, module_path
from oer_build.model import Course, Module, Person, Site, Work

Gettext = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Citable:
    """What the forms need to know of a record. `url` is empty where the site has no address."""

    identifier: str
    title: str
    description: str
    creators: tuple[Person, ...]
    site: Site
    url: str
    license: str
    version: str
    date: str
    language: str
    keywords: tuple[str, ...] = ()
    based_on: tuple[Work, ...] = ()

    @property
    def year(self) -> str:
        return self.date[:4]


@dataclass(frozen=True, slots=True)
class Citation:
    """Every form of one record, ready to be shown and copied."""

    apa: str
    bibtex: str
    cff: str
    csl_json: str
    attribution_text: str
    attribution_html: str


def cite(record: Module | Course, site: Site, gettext: Gettext = str) -> Citation:
    """All forms at once. `gettext` translates the words of the attribution; citations are not translated."""
    work = citable(record, site)
    return Citation(
        apa(work),
        bibtex(work),
        cff(work),
        csl_json(work),
        attribution_text(work, gettext),
        attribution_html(work, gettext),
    )


def citable(record: Module | Course, site: Site) -> Citable:
    """A module or course as something to cite. Without creators of its own the site's author counts."""
    path = module_path(record.identifier) if isinstance(record, Module) else course_path(record.identifier)
    creators = record.creator or ((Person(site.author),) if site.author else ())
    return Citable(
        identifier=record.identifier,
        title=_line(record.title),
        description=_line(record.description),
        creators=creators,
        site=site,
        url=site.url + path if site.url else "",
        license=record.license,
        version=record.version,
        date=record.date_modified or site.date,
        language=record.in_language,
        keywords=record.keywords if isinstance(record, Module) else (),
        based_on=record.is_based_on if isinstance(record, Module) else (),
    )


def apa(work: Citable) -> str:
    """A reference in the style of APA 7, as plain text."""
    names = [_apa_name(person) for person in work.creators]
    if len(names) > 20:
        names = [*names[:19], "...", names[-1]]
    people = ", ".join(names[:-1]) + (", & " if len(names) > 1 else "") + names[-1] if names else ""
    year = f"({work.year or 'n.d.'})."
    version = f" (Version {work.version})" if work.version else ""
    kind = "[Open educational resource]."
    site = f" {_line(work.site.title)}." if work.site.title else ""
    url = f" {work.url}" if work.url else ""
    if not people:
        return f"{work.title}{version} {kind} {year}{site}{url}"
    stop = "" if people.endswith(".") else "."
    return f"{people}{stop} {year} {work.title}{version} {kind}{site}{url}"


def bibtex(work: Citable) -> str:
    """A BibTeX entry, UTF-8; every value is escaped, names of teams are kept whole."""
    licence = license_title(work.license)
    fields = [
        ("author", " and ".join(_bibtex_name(person) for person in work.creators)),
        ("title", f"{{{_tex(work.title)}}}" if work.title else ""),
        ("year", _tex(work.year)),
        ("howpublished", _tex(_line(work.site.title))),
        ("note", _tex(". ".join(filter(None, (work.version and f"Version {work.version}", licence))))),
        ("language", _tex(work.language)),
        ("url", _tex_url(work.url)),
    ]
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields if value]
    key = re.sub(r"[^A-Za-z0-9-]", "", work.identifier) + (f"-{work.year}" if work.year else "")
    return "\n".join([f"@misc{{{key},", *lines, "}"]) + "\n"


def cff(work: Citable) -> str:
    """A `CITATION.cff` (Citation File Format 1.2.0).

    The format's own type knows software and data sets only, so the reference proper is the `preferred-
    citation`, of type `generic`; tools that cite read that one.
    """
    authors = [_cff_person(person) for person in work.creators] or [{"name": work.site.title or work.title}]
    shared = _filled(
        {
            "title": work.title,
            "authors": authors,
            "version": work.version,
            "date-released": work.date if _is_date(work.date) else "",
            "url": work.url,
            **_cff_license(work.license),
        }
    )
    data = _filled(
        {
            "cff-version": "1.2.0",
            "message": "If you use or adapt this work, please cite it as below.",
            "type": "dataset",
            **shared,
            "abstract": work.description,
            "keywords": list(work.keywords),
            "repository-code": work.site.repo_url,
            "preferred-citation": _filled(
                {
                    "type": "generic",
                    **shared,
                    "year": int(work.year) if work.year.isdigit() else "",
                    "collection-title": _line(work.site.title),
                    "medium": "Open educational resource",
                    "languages": _cff_languages(work.language),
                }
            ),
            "references": [_cff_reference(upstream) for upstream in work.based_on],
        }
    )
    return "\n".join(_yaml(data)) + "\n"


def csl_json(work: Citable) -> str:
    """CSL-JSON: a list of one item, which reference managers import."""
    item: dict[str, Any] = {
        "id": work.identifier,
        "type": "webpage",
        "title": work.title,
        "author": [_csl_name(person) for person in work.creators],
        "issued": {"date-parts": [[int(part) for part in re.findall(r"\d+", work.date)[:3]]]}
        if work.year.isdigit()
        else {},
        "container-title": _line(work.site.title),
        "genre": "Open educational resource",
        "version": work.version,
        "language": work.language,
        "abstract": work.description,
        "license": work.license,
        "URL": work.url,
    }
    return json.dumps([_filled(item)], ensure_ascii=False, indent=2) + "\n"


def attribution_text(work: Citable, gettext: Gettext = str) -> str:
    """Title, author, source, licence, and the works that it adapts, as plain text."""
    return _attribution(work, gettext, _TextMarkup())


def attribution_html(work: Citable, gettext: Gettext = str) -> str:
    """The same as HTML to paste into a page, everything escaped; the licence link says `rel="license"`."""
    return f"<p>{_attribution(work, gettext, _HtmlMarkup())}</p>"


class _TextMarkup:
    def quote(self, title: str, url: str) -> str:
        return f'"{title}"' + (f" ({url})" if url else "")

    def plain(self, text: str) -> str:
        return text

    def license(self, expression: str) -> str:
        url = license_url(expression)
        return license_title(expression) + (f" ({url})" if url else "")


class _HtmlMarkup:
    def quote(self, title: str, url: str) -> str:
        name = f"<cite>{html.escape(title)}</cite>"
        return f'<a href="{html.escape(url)}">{name}</a>' if _is_web(url) else name

    def plain(self, text: str) -> str:
        return html.escape(text)

    def license(self, expression: str) -> str:
        url = license_url(expression)
        title = html.escape(license_title(expression))
        return f'<a rel="license" href="{html.escape(url)}">{title}</a>' if url else title


def _attribution(work: Citable, gettext: Gettext, markup: _TextMarkup | _HtmlMarkup) -> str:
    _ = gettext
    people = _join([person.name for person in work.creators], _("and"))
    values = {
        "title": markup.quote(work.title, work.url),
        "creator": markup.plain(people or work.site.title),
        "site": markup.plain(_line(work.site.title)),
        "license": markup.license(work.license),
    }
    if work.site.title and work.site.title != people:
        first = _("%(title)s by %(creator)s, from %(site)s, is licensed under %(license)s.")
    else:
        first = _("%(title)s by %(creator)s is licensed under %(license)s.")
    sentences = [first % values]
    for upstream in work.based_on:
        values = {
            "title": markup.quote(_line(upstream.title), upstream.url if _is_web(upstream.url) else ""),
            "creator": markup.plain(upstream.creator),
            "license": markup.license(upstream.license)
            if upstream.license
            else markup.plain(_("no licence")),
            "changes": markup.plain(_line(upstream.changes).rstrip(".")),
        }
        if upstream.changes:
            words = _("It is adapted from %(title)s by %(creator)s (%(license)s). Changes: %(changes)s.")
        else:
            words = _("It is adapted from %(title)s by %(creator)s (%(license)s).")
        sentences.append(words % values)
    return " ".join(sentences)


def _join(names: Sequence[str], last: str) -> str:
    return ", ".join(names[:-1]) + (f" {last} " if len(names) > 1 else "") + names[-1] if names else ""


def _split_name(person: Person) -> tuple[str, str] | None:
    """Family and given names of a person; None for a team or organisation, whose name stays whole.

    "Surname, Given" says it; so does an ORCID, which only people have. Any other name is not taken apart.
    """
    family, comma, given = person.name.partition(",")
    if comma and given.strip() and not person.ror:
        return family.strip(), given.strip()
    if person.orcid and " " in person.name.strip():
        given, _, family = person.name.strip().rpartition(" ")
        return family, given
    return None


def _apa_name(person: Person) -> str:
    split = _split_name(person)
    if not split:
        return person.name
    family, given = split
    initials = " ".join(
        "-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in given.split()
    )
    return f"{family}, {initials}"


def _bibtex_name(person: Person) -> str:
    split = _split_name(person)
    return f"{_tex(split[0])}, {_tex(split[1])}" if split else f"{{{_tex(person.name)}}}"


_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def _tex_url(url: str) -> str:
    r"""An address for `\url`: signs that would end or confuse the field are percent-encoded."""
    return re.sub(
        r"[{}\\\s^~]", lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), url
    )


def _cff_person(person: Person) -> dict[str, Any]:
    split = _split_name(person)
    if split:
        orcid = f"https://orcid.org/{person.orcid.rpartition('/')[2]}" if person.orcid else ""
        return _filled({"family-names": split[0], "given-names": split[1], "orcid": orcid})
    return {"name": person.name}


def _cff_license(expression: str) -> dict[str, Any]:
    """`license` for what the format's list of 2021 knows, an address for what it does not."""
    if re.fullmatch(r"[A-Za-z0-9.+-]+", expression) and not expression.startswith(("LicenseRef-", "CC-PDM")):
        return {"license": expression}
    url = license_url(expression)
    return {"license-url": url} if url else {}


def _cff_languages(tag: str) -> list[str]:
    code = tag.split("-")[0].lower()
    return [code] if re.fullmatch(r"[a-z]{2,3}", code) else []


def _cff_reference(work: Work) -> dict[str, Any]:
    return _filled(
        {
            "type": "generic",
            "title": _line(work.title),
            "authors": [{"name": work.creator or work.publisher or work.title}],
            "year": int(work.year) if work.year.isdigit() else "",
            "url": work.url if _is_web(work.url) else "",
            "version": work.revision,
            **_cff_license(work.license),
            "notes": f"Adapted. Changes: {_line(work.changes)}" if work.changes else "Adapted.",
        }
    )


def _csl_name(person: Person) -> dict[str, str]:
    split = _split_name(person)
    return {"family": split[0], "given": split[1]} if split else {"literal": person.name}


def _yaml(value: Any, indent: int = 0) -> list[str]:
    """Maps, lists and scalars as YAML 1.2 in block style; every text is double-quoted, so none can mean
    anything else."""
    pad = "  " * indent
    lines: list[str] = []
    for key, entry in value.items():
        if isinstance(entry, dict):
            lines += [f"{pad}{key}:", *_yaml(entry, indent + 1)]
        elif isinstance(entry, list):
            lines.append(f"{pad}{key}:")
            for item in entry:
                if isinstance(item, dict):
                    inner = _yaml(item, indent + 2)
                    lines += [f"{pad}  - {inner[0].lstrip()}", *inner[1:]]
                else:
                    lines.append(f"{pad}  - {_scalar(item)}")
        else:
            lines.append(f"{pad}{key}: {_scalar(entry)}")
    return lines


def _scalar(value: Any) -> str:
    # JSON strings are YAML double-quoted strings; what YAML does not print is escaped.
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ufeff]",
        lambda found: f"\\u{ord(found.group()):04x}",
        json.dumps(value, ensure_ascii=False),
    )


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _is_date(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text))


def _line(text: str) -> str:
    return " ".join(text.split())


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", [], {}, None)}
