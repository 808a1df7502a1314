"""`oer new`: a site or a record from a template that passes `oer check`. Never writes over anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from oer_build.cli.project import WrongUse, sound_project

if TYPE_CHECKING:
    from oer_build.model import Catalogue, Site


@click.group(
    epilog="""\b
Examples:
  oer new site academy --title "Our academy" --license CC-BY-SA-4.0
  oer new competency plain-writing
  oer new module a-first-notice --teaches plain-writing@starting
  oer new course first-steps a-first-notice

An identifier is small letters, digits and hyphens: it becomes the file's name and the page's address,
so it should not change later; a title may.
""",
)
def new() -> None:
    """Start a site, a competency, a module or a course from a template.

    Nothing that exists is ever written over.
    """


@new.command(
    "site",
    epilog="""\b
Example:
  oer new site academy --title "Our academy" --license CC-BY-SA-4.0 --url https://academy.example/

Licences are named by SPDX identifiers, https://spdx.org/licenses/: CC-BY-SA-4.0, CC-BY-4.0, CC0-1.0.
The site comes with a small example that shows every kind of block, in the public domain.
""",
)
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--title", required=True, help="The name of the site.")
@click.option(
    "--license", "license_", required=True, metavar="SPDX", help="The licence of what you will write."
)
@click.option("--language", default="en", show_default=True, metavar="TAG", help="Language of the interface.")
@click.option("--url", default="", metavar="URL", help="The address where the site will be.")
def new_site(directory: Path, title: str, license_: str, language: str, url: str) -> None:
    """Start a site in DIR, which must be empty or not be there."""
    from oer_build import scaffold
    from oer_build.files.names import slug

    title = " ".join(title.split())
    if not title or not title.isprintable():
        raise click.BadParameter("say it in printable characters", param_hint="--title")
    _check_license(license_)
    _check_language(language)
    if url and not url.startswith(("http://", "https://")):
        raise click.BadParameter("begin it with https://", param_hint="--url")
    if directory.is_dir() and any(child.name != ".git" for child in directory.iterdir()):
        raise WrongUse(f"{directory} is not empty: name a new folder")
    values = {
        "title": title,
        "license": license_,
        "language": language,
        "material_language": _material_language(language),
        "url": url.rstrip("/") + "/" if url else "",
        "identifier": slug(title)[:64].strip("-") or "framework",
    }
    files = scaffold.site(values)
    files |= {f"{scaffold.SCHEMAS}/{name}": text for name, text in scaffold.schemas()}
    _write(directory, files)
    click.echo(f"Started {title} in {directory}. Next:\n  cd {directory}\n  oer serve")


def _record(command: Callable[..., None]) -> Callable[..., None]:
    """What the commands for records have in common: the project, an identifier, a title."""
    title = click.option("--title", default="", help="The title. Default: made from the identifier.")
    identifier = click.argument("identifier", metavar="ID", callback=_identifier)
    return identifier(title(click.pass_obj(command)))


def _identifier(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    from oer_build.files.names import identifier_problem

    problem, hint = identifier_problem(value)
    if problem:
        raise click.BadParameter(f"{problem}: {hint}")
    return value


@new.command("competency", epilog="Example: oer new competency plain-writing --title 'Plain writing'")
@_record
def new_competency(folder: Path, identifier: str, title: str) -> None:
    """Start competencies/ID.yml, with an indicator for each level of the framework."""
    if identifier == "framework":
        raise click.BadParameter("competencies/framework.yml is the framework itself", param_hint="ID")
    root, catalogue = _catalogue(folder)
    levels = [level.identifier for level in catalogue.levels]
    _write_record(root, "competency", identifier, {"title": _title(title, identifier), "levels": levels})


@new.command("module", epilog="Example: oer new module a-first-notice --teaches plain-writing@starting")
@_record
@click.option("--teaches", default="", metavar="ID[@LEVEL]", help="The competency that it teaches.")
def new_module(folder: Path, identifier: str, title: str, teaches: str) -> None:
    """Start content/modules/ID/index.md, a draft with the usual blocks."""
    root, catalogue = _catalogue(folder)
    competency, _, level = teaches.partition("@")
    levels = [known.identifier for known in catalogue.levels]
    if not teaches:
        competency = next(iter(catalogue.competencies), "")
        level = next(iter(levels), "")
        if not competency:
            raise WrongUse(
                "a module teaches a competency, and there is none yet: `oer new competency ID` starts one"
            )
    elif competency not in catalogue.competencies:
        raise click.BadParameter(
            _unknown("competency", competency, catalogue.competencies), param_hint="--teaches"
        )
    elif level and level not in levels:
        raise click.BadParameter(_unknown("level", level, dict.fromkeys(levels)), param_hint="--teaches")
    values = {
        "title": _title(title, identifier),
        "competency": competency,
        "level": level,
        **_about(catalogue.site),
    }
    _write_record(root, "module", identifier, values)


@new.command("course", epilog="Example: oer new course first-steps a-first-notice a-second-notice")
@_record
@click.argument("modules", nargs=-1, metavar="[MODULE]...")
def new_course(folder: Path, identifier: str, title: str, modules: tuple[str, ...]) -> None:
    """Start content/courses/ID/index.md with the named modules, in that order."""
    root, catalogue = _catalogue(folder)
    for module in modules:
        if module not in catalogue.modules:
            raise click.BadParameter(_unknown("module", module, catalogue.modules), param_hint="MODULE")
    chosen = modules or tuple(catalogue.modules)[:1]
    if not chosen:
        raise WrongUse("a course is made of modules, and there is none yet: `oer new module ID` starts one")
    _write_record(
        root,
        "course",
        identifier,
        {"title": _title(title, identifier), "modules": chosen, **_about(catalogue.site)},
    )


def _catalogue(folder: Path) -> tuple[Path, Catalogue]:
    """The project's records, as far as they can be read: a new one may be what mends them."""
    from oer_build.diagnostics import Report
    from oer_build.files import read_project
    from oer_build.link import link
    from oer_build.load import load

    course = sound_project(folder)
    report = Report()
    loaded = load(read_project(course, report), course, report)
    return course.root, link(loaded, course.site, report)


def _about(site: Site) -> dict[str, str]:
    return {
        "license": site.license,
        "language": site.language,
        "author": site.author or f"The team of {site.title}",
    }


def _write_record(root: Path, kind: str, identifier: str, values: Mapping[str, Any]) -> None:
    from oer_build import scaffold

    files = scaffold.record(kind, identifier, values)
    _write(root, files)
    for path in files:
        click.echo(f"Started {path}. Next: write it, then `oer check`.")


def _write(root: Path, files: Mapping[str, str]) -> None:
    from oer_build import scaffold

    try:
        scaffold.write(root, files)
    except (scaffold.Taken, FileExistsError) as taken:
        raise WrongUse(f"{taken} is already there, and stays as it is: choose another identifier") from taken
    except OSError as fault:
        raise WrongUse(f"cannot write {fault.filename or root}: {fault.strerror}") from fault


def _title(title: str, identifier: str) -> str:
    """The title as given, or the identifier in words."""
    return " ".join(title.split()) or identifier.replace("-", " ").strip().capitalize() or identifier


def _unknown(what: str, word: str, known: Mapping[str, object]) -> str:
    from oer_build.diagnostics import near_miss

    nearest = near_miss(word, known)
    return f"no {what} '{word}'" + (f": did you mean '{nearest}'?" if nearest else "")


def _check_license(text: str) -> None:
    from oer_build.analysis.licensing import is_license
    from oer_build.diagnostics import near_miss

    if is_license(text):
        return
    common = ("CC-BY-SA-4.0", "CC-BY-4.0", "CC0-1.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "OGL-UK-3.0", "MIT")
    nearest = near_miss(text.upper().replace(" ", "-"), common)
    advice = f"did you mean {nearest}?" if nearest else "see https://spdx.org/licenses/"
    raise click.BadParameter(f"'{text}' is no SPDX identifier of a licence: {advice}", param_hint="--license")


def _check_language(tag: str) -> None:
    import langcodes

    if not langcodes.tag_is_valid(tag):
        raise click.BadParameter(
            f"'{tag}' is no language tag: use one such as en, fr or pt-BR", param_hint="--language"
        )


def _material_language(tag: str) -> str:
    """The nearest language that the theme speaks: the tag's own, that of its language, English."""
    import material

    known = {
        path.stem for path in (Path(material.__file__).parent / "templates/partials/languages").glob("*.html")
    }
    return next((name for name in (tag, tag.split("-")[0]) if name in known), "en")
