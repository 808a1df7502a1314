"""`oer serve`: the site while it is written, redrawn when a file changes.

MkDocs' own server, but for one thing: after a mistake that server answers no request until it is mended. Here
the mistake is told and the last good page stays.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from oer_build.cli.project import WrongUse, configuration, logging_to

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

WAITING = b"<!doctype html><title>Not yet</title><p>Nothing here yet: see what <code>oer serve</code> says."


@click.command(
    epilog="""\b
Examples:
  oer serve                       http://127.0.0.1:8000/
  oer serve --port 8080 --open    and open it in the browser

Changes in content/, competencies/, overrides/ and mkdocs.yml are seen at once; Ctrl+C ends it.
A mistake is told here, and the last good page stays. Published files are never touched.
""",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@click.option("--no-reload", is_flag=True, help="Don't watch files.")
@click.option("--watch-theme", is_flag=True, help="Redraw when a file of the theme changes, too.")
@click.pass_obj
def serve(folder: Path, host: str, port: int, open_browser: bool, no_reload: bool, watch_theme: bool) -> None:
    """Preview the site in a browser while you write."""
    with tempfile.TemporaryDirectory(prefix="oer-serve-") as site, logging_to(_Lines()):

        def read() -> MkDocsConfig:
            config = configuration(folder, strict=False, site_dir=site)
            config.site_url = f"http://{host}:{port}{_mount(config)}"
            return config

        def build(config: MkDocsConfig | None = None) -> None:
            _build(lambda: config or read())

        config = read()
        config.plugins.on_startup(command="serve", dirty=False)
        try:
            server = _server(config, build, host, port, site)
            build(config)
            if not no_reload:
                server = _watch(server, config, build, watch_theme)
            try:
                server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]
            except OSError as fault:
                raise WrongUse(
                    f"cannot listen at {host}:{port}: {fault.strerror}; choose another --port"
                ) from fault
            except KeyboardInterrupt:
                click.echo("Bye.", err=True)
            finally:
                server.shutdown()
        finally:
            config.plugins.on_shutdown()


def _mount(config: MkDocsConfig) -> str:
    """The path of the site's address, under which the preview lies too."""
    path = urlsplit(config.site_url or "").path.strip("/")
    return f"/{path}/" if path else "/"


def _build(read: Callable[[], MkDocsConfig]) -> None:
    """Draw the site, or say why not: what was drawn before stays."""
    from jinja2 import TemplateError
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort, BuildError

    try:
        config = read()
        build(config, serve_url=config.site_url)
    except WrongUse as mistake:
        mistake.show()
    except TemplateError as fault:
        click.echo(
            f"oer: {getattr(fault, 'filename', None) or 'a theme template'}: {fault.message}", err=True
        )
    except (Abort, BuildError):
        # MkDocs has logged what is wrong.
        click.echo("oer: the last good pages stay until this is mended", err=True)


def _server(
    config: MkDocsConfig, build: Callable[..., None], host: str, port: int, site: str
) -> LiveReloadServer:
    from mkdocs.livereload import LiveReloadServer

    server = LiveReloadServer(builder=build, host=host, port=port, root=site, mount_path=_mount(config))

    def missing(code: int) -> bytes | None:
        page = Path(site, f"{code}.html")
        return page.read_bytes() if page.is_file() else WAITING

    server.error_handler = missing
    return server


def _watch(
    server: LiveReloadServer, config: MkDocsConfig, build: Callable[..., None], theme: bool
) -> LiveReloadServer:
    places = [config.docs_dir, *config.watch, *(config.theme.dirs if theme else ())]
    if config.config_file_path:
        places.append(config.config_file_path)
    if config.theme.custom_dir:
        places.append(config.theme.custom_dir)
    for place in dict.fromkeys(places):
        server.watch(place)
    watched: LiveReloadServer = config.plugins.on_serve(server, config=config, builder=build)
    return watched


class _Lines(logging.Handler):
    """MkDocs' own account of what it does, one line each."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)

    def emit(self, record: logging.LogRecord) -> None:
        click.echo(record.getMessage().removeprefix("oer_build: "), err=True)
