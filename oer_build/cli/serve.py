"""`oer serve`: the site while it is written, redrawn when a file changes."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import click

from oer_build.cli.project import configuration, configuration_file, logging_to


@click.command(
    epilog="""\b
Examples:
  oer serve                       http://127.0.0.1:8000/
  oer serve --port 8080 --open    and open it in the browser

Changes in content/, competencies/, overrides/ and mkdocs.yml are seen at once; Ctrl+C ends it.
A mistake is shown here and the last good page stays. Published files are never touched.
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
    from mkdocs.commands.serve import serve as serve_site

    # Told first and plainly; MkDocs reads the file again for itself.
    configuration(folder, strict=False)
    with logging_to(_Lines()):
        serve_site(
            config_file=str(configuration_file(folder)),
            livereload=not no_reload,
            watch_theme=watch_theme,
            open_in_browser=open_browser,
            dev_addr=f"{host}:{port}",
            strict=False,
        )


class _Lines(logging.Handler):
    """MkDocs' own account of what it does, one line each."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)

    def emit(self, record: logging.LogRecord) -> Any:
        click.echo(record.getMessage().removeprefix("oer_build: "), err=True)
