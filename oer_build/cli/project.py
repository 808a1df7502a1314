"""From a folder to a `Project`: reads `mkdocs.yml` as MkDocs does and says plainly what is wrong in it."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from oer_build.diagnostics import Span

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from oer_build.project import Project

CONFIGURATION = "mkdocs.yml"
_SETTING = re.compile(r"^Config value '(\w+)'")
_OPTION = re.compile(r"Plugin 'oer' option '(\w+)'")
"""How MkDocs names what it does not accept."""


class WrongUse(click.ClickException):
    """The command cannot be carried out as asked. Exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"oer: {self.format_message()}", file=file, err=True)


class Collected(logging.Handler):
    """Keeps what MkDocs logs instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextlib.contextmanager
def logging_to(handler: logging.Handler) -> Iterator[None]:
    """Send what MkDocs and its plugins log to one handler only."""
    logger = logging.getLogger("mkdocs")
    before = logger.handlers, logger.propagate, logger.level
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(handler.level)
    try:
        yield
    finally:
        logger.handlers, logger.propagate = before[0], before[1]
        logger.setLevel(before[2])


def configuration_file(folder: Path) -> Path:
    """The project's configuration; `WrongUse` where there is none."""
    path = folder.absolute() / CONFIGURATION
    if not path.is_file():
        raise WrongUse(
            f"no {CONFIGURATION} in {folder.absolute()}: change to the project's folder, "
            "name it with -C DIR, or start a project with `oer new site DIR`"
        )
    return path


def configuration(folder: Path, **options: Any) -> MkDocsConfig:
    """The configuration as MkDocs reads it, `options` over it. Raises `WrongUse` for what MkDocs finds wrong.

    A doubtful key counts as a mistake too unless `strict=False` is among the options.
    """
    from mkdocs.config import load_config

    path = configuration_file(folder)
    log = Collected()
    try:
        with logging_to(log):
            config = load_config(config_file=str(path), **options)
    except Exception as fault:
        # Python's words for a plugin or a hook that fails to load; MkDocs has logged the rest.
        raise WrongUse(_mistakes(path, log.messages or [_words(fault)])) from fault
    except SystemExit as stop:
        raise WrongUse(_mistakes(path, log.messages or [str(stop)])) from stop
    if log.messages:
        if options.get("strict", True):
            raise WrongUse(_mistakes(path, log.messages))
        click.echo(_mistakes(path, log.messages), err=True)
    if "oer" not in config.plugins:
        raise WrongUse(f"{CONFIGURATION} does not name the plugin: add `oer` to its `plugins`")
    return config


def project(folder: Path, **options: Any) -> Project:
    """The project in a folder. Raises `WrongUse` for what MkDocs does not accept in its configuration.

    What the tool cannot use there is among the `faults` of the project, which compiling reports.
    """
    return project_of_configuration(configuration(folder, **options))


def sound_project(folder: Path) -> Project:
    """The project in a folder, for a command that does not compile it. Raises `WrongUse` for faults too."""
    from oer_build.messages import as_text

    course = project(folder, strict=False)
    root = course.root
    if course.faults:
        raise WrongUse(
            "\n".join(["its settings cannot be used:", *(as_text(one, root) for one in course.faults)])
        )
    return course


def project_of_configuration(config: MkDocsConfig) -> Project:
    """The core's view of a configuration that was read."""
    from oer_build.hosts.mkdocs import OerPlugin, project_of

    plugin = config.plugins["oer"]
    if not isinstance(plugin, OerPlugin):
        raise WrongUse(f"the plugin `oer` in {CONFIGURATION} is another one than this tool's")
    return project_of(config, plugin.config)


def _words(fault: BaseException) -> str:
    words = str(fault) or type(fault).__name__
    return words if not isinstance(fault, OSError) else f"cannot be read: {fault.strerror or words}"


def _mistakes(path: Path, messages: list[str]) -> str:
    """What MkDocs found wrong, each with its place where it names a setting that stands in the file."""
    from oer_build.hosts.option_faults import OPTIONS
    from oer_build.project import CONTENT
    from oer_build.settings import Settings

    try:
        settings = Settings(CONFIGURATION, path.read_text("utf-8", "replace"))
    except OSError:
        settings = Settings(CONFIGURATION)
    lines = []
    for message in messages:
        option, setting = _OPTION.search(message), _SETTING.search(message)
        way = (*OPTIONS, option[1]) if option else (setting[1],) if setting else ()
        span = settings.place(way)
        hint = f" Write docs_dir: {CONTENT}" if setting and setting[1] == "docs_dir" else ""
        lines.append(f"{span if span != Span(CONFIGURATION) else CONFIGURATION}: {message}{hint}")
    return "\n".join(lines)
