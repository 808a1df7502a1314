"""From a folder to a `Project`: reads `mkdocs.yml` as MkDocs does and says plainly what is wrong in it."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from oer_build.project import Project

CONFIGURATION = "mkdocs.yml"


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
    """The configuration as MkDocs reads it, `options` over it. Raises `WrongUse` for every mistake in it.

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
        raise WrongUse(_mistakes(log.messages or [_words(fault)])) from fault
    except SystemExit as stop:
        raise WrongUse(_mistakes(log.messages or [str(stop)])) from stop
    if log.messages:
        if options.get("strict", True):
            raise WrongUse(_mistakes(log.messages))
        click.echo(_mistakes(log.messages), err=True)
    if "oer" not in config.plugins:
        raise WrongUse(f"{CONFIGURATION} does not name the plugin: add `oer` to its `plugins`")
    return config


def project(folder: Path, **options: Any) -> Project:
    """The project in a folder. Raises `WrongUse` where its configuration is mistaken."""
    return project_of_configuration(configuration(folder, **options))


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


def _mistakes(messages: list[str]) -> str:
    return "\n".join(f"{CONFIGURATION}: {message}" for message in messages)
