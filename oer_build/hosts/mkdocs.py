"""The MkDocs host: compiles the project and hands pages and files to MkDocs in memory.

A thin shell over `compile_site`. Only this file, `mkdocs_*` beside it and the command line know MkDocs.
"""

from __future__ import annotations

import logging
import os
import re
from contextlib import ExitStack
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from platformdirs import user_cache_path

from oer_build.app import AppError, write_app, write_no_app
from oer_build.compile import Compilation, compile_site
from oer_build.diagnostics import Diagnostic
from oer_build.hosts import revision
from oer_build.hosts.alternates import alternates, alternates_faults
from oer_build.hosts.blanks import without_blanks
from oer_build.hosts.light import lighten_scripts, lighten_styles
from oer_build.hosts.mkdocs_pages import default_nav, files_of, missing_page, nav_titles, ways_of
from oer_build.hosts.mkdocs_policy import policy_of
from oer_build.hosts.mkdocs_theme import loads_material, material_sheets, shared_parts, trim
from oer_build.hosts.option_faults import OPTIONS, contact_faults, docs_dir_faults, license_faults
from oer_build.hosts.search_index import SearchIndexError, write_search_index
from oer_build.hosts.shared_sheet import write_shared
from oer_build.look import SHEET
from oer_build.messages import as_text
from oer_build.model import Site
from oer_build.offline import OfflineError, write_offline
from oer_build.project import COMPETENCIES, CONTENT, PAGE_OVERRIDES, STRING_OVERRIDES, Project
from oer_build.publish import PublishError, staged
from oer_build.settings import Settings
from oer_build.template_code import CompiledHere, rules_of
from oer_build.theme.sheets import SHARED

log = get_plugin_logger(__name__)
THEME = Path(__file__).parent.parent / "theme"
INHERIT = re.compile(r"^INHERIT[ \t]*:[ \t]*([^#\n]+)", re.MULTILINE)


class OerConfig(Config):
    """What `plugins: [oer: {...}]` of `mkdocs.yml` may say."""

    license = option.Type(str, default="CC-BY-SA-4.0")
    """SPDX identifier of the licence of what the site says and does not mark otherwise."""
    articles = option.ListOfItems(option.Type(str), default=[])
    """Further folders of Markdown pages, published under the folder's name."""
    edit = option.Type(bool, default=True)
    """Whether pages link to their source for editing (needs `repo_url` and `edit_uri`)."""
    cache = option.Type(bool, default=True)
    """Whether rendered texts are kept in the user's cache folder from one build to the next."""
    offline = option.Type(bool, default=False)
    """Whether a build adds `site-offline.zip`, the whole site to use without a connection."""
    app = option.Type(bool, default=False)
    """Whether browsers can install the site, and keep the pages that were read."""
    app_name = option.Type(str, default="")
    """What stands under its icon there, if not `site_name`."""
    contact = option.Type(str, default="")
    """Where readers report a barrier: a mailbox of a role, or a web address."""
    look = option.Type(dict, default={})
    """Colours and fonts of the site: `brand`, `mark`, `link`, `font_heading`, `font_text`, `dark`."""


class OerPlugin(BasePlugin[OerConfig]):
    """The `oer` plugin."""

    def __init__(self) -> None:
        self._compilation: Compilation | None = None
        self._publishes = False
        self._whole = True
        """Whether every page is written, and none is to change before the next build."""
        self._shared: list[str] = []
        """Paths of the style sheets that are published as one."""
        self._previews = False
        self._publishing = ExitStack()
        self._target = ""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A build is published by exchange; a preview has a folder of its own."""
        self._publishes = self._whole = command != "serve" and not dirty
        self._previews = command == "serve"

    def on_shutdown(self) -> None:
        """MkDocs keeps a plugin that knows of the beginning from one command of a process to the next."""
        self._publishes = self._previews = False
        self._whole = True

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile before anything is written, and stop here when there are errors."""
        project = project_of(config, self.config)
        if self._previews:  # a zip at each change would be too much
            project = replace(project, site=replace(project.site, offline=False))
        if not self._whole:  # a preview is not to be kept, and pages of two builds are no version of a site
            project = replace(project, site=replace(project.site, app=False))
        compilation = compile_site(project)
        problems = list(compilation.report)
        for problem in problems:
            level = log.error if problem.severity == "error" else log.warning
            level(as_text(problem, project.root))
        if compilation.report.errors or (problems and config.strict):
            raise PluginError(
                f"{compilation.report.errors} errors and {compilation.report.warnings} warnings: "
                "nothing was published"
            )
        self._compilation = compilation
        config.extra["alternate"] = alternates(config.extra.get("alternate"))
        _add_theme(config, tuple(file.path for file in compilation.files if file.path == SHEET))
        if config.nav is None:
            config.nav = default_nav(compilation, compilation.strings)
        if self._publishes:
            self._target = config.site_dir
            try:
                config.site_dir = str(self._publishing.enter_context(staged(Path(config.site_dir))))
            except PublishError as refusal:
                raise PluginError(str(refusal)) from refusal
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found in `docs_dir` by what the compiler made of it; keep the theme's files."""
        if self._compilation is None:
            raise PluginError("the project was not compiled")
        docs = os.path.realpath(config.docs_dir)
        for file in list(files):
            if file.src_dir and os.path.realpath(file.src_dir) == docs:
                files.remove(file)
        trim(files, config)
        for made in files_of(self._compilation, project_root(config), config, self._compilation.strings):
            files.append(made)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Pages are made before the navigation is, so the short titles that `nav` gives them are set here."""
        for path, title in nav_titles(config.nav):
            file = files.get_file_from_path(path)
            if file and file.page:
                file.page.title = escape(title)
        return nav

    @event_priority(-100)  # when other plugins have added what they add
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell templates which of our sheets are in the shared one, and what scripts may run. A preview, into
        whose pages MkDocs writes a script, has neither."""
        env.bytecode_cache = CompiledHere(rules_of(env))
        self._shared = shared_parts(config) if self._whole else []
        env.globals["oer_shared"] = SHARED if self._shared else ()
        overrides = project_root(config) / PAGE_OVERRIDES
        env.globals["oer_policy"] = policy_of(config, overrides) if self._whole else ""
        return env

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Give files of the theme that are no page of ours, above all `404.html`, their direction."""
        return self._directed(output_content) if template_name.endswith(".html") else output_content

    def _directed(self, html: str) -> str:
        """Material says the direction of a page at its body. Scripts and the title need it at the root."""
        if self._compilation is None:
            return html
        return html.replace("<html ", f'<html dir="{self._compilation.strings.direction}" ', 1)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Files of the theme that are no page of ours, above all `404.html`, get the same frame as pages."""
        if self._compilation is not None:
            made = self._compilation
            learning = bool(made.catalogue.modules)
            context["oer_missing"] = missing_page(  # type: ignore[typeddict-unknown-key]
                made.catalogue.site, made.strings, learning, ways_of(made.pages, made.strings)
            )
        return context

    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Give each page its direction, and take out the blanks between elements that nobody sees."""
        return without_blanks(self._directed(output))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self._compilation is None:
            return
        try:
            catalogue = self._compilation.catalogue
            write_search_index(
                self._compilation.pages,
                catalogue.terms.values(),
                Path(config.site_dir),
                catalogue.site.language,
            )
        except SearchIndexError as fault:
            raise PluginError(f"the search index could not be written: {fault}") from fault
        if self._whole:
            scripted = loads_material(config) or config.extra_javascript
            lighten_styles(Path(config.site_dir), () if scripted else material_sheets(config))
            if self._shared:
                write_shared(Path(config.site_dir), self._shared)
        if self._compilation.catalogue.site.offline:
            made = self._compilation
            try:
                write_offline(Path(config.site_dir), made.pages, made.catalogue.site, made.strings)
            except OfflineError as fault:
                raise PluginError(f"the offline copy could not be made: {fault}") from fault
        if self._whole:
            lighten_scripts(Path(config.site_dir))  # after the offline copy, which is made from the sources
        self._add_app(Path(config.site_dir), self._compilation)
        if self._publishes:
            if config.strict and warned():
                return  # MkDocs ends a strict build after this, with the count of the warnings
            self._publishing.close()
            config.site_dir = self._target

    def _add_app(self, folder: Path, made: Compilation) -> None:
        """Last of all: the version of an app stands for everything that was published."""
        site = made.catalogue.site
        if not site.app:
            write_no_app(folder, built_before=not self._whole)
            return
        try:
            write_app(folder, site, made.strings.direction, self.config.look.get("brand", ""))
        except AppError as fault:
            raise PluginError(f"the site could not be made an app: {fault}") from fault

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the published folder as it was."""
        self._publishing.pop_all().__exit__(type(error), error, error.__traceback__)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Reload when competencies, overrides or further articles change, not only `content/`."""
        root = project_root(config)
        for name in (COMPETENCIES, PAGE_OVERRIDES, STRING_OVERRIDES, *self.config.articles):
            if (root / name).is_dir():
                server.watch(str(root / name))
        return server


def warned() -> bool:
    """Whether MkDocs has counted a warning in this build, which ends a strict one."""
    counters = (
        handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)
    )
    return any(counter.get_counts() for counter in counters)


def project_root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def project_of(config: MkDocsConfig, options: OerConfig) -> Project:
    """The core's view of a MkDocs configuration, and what is wrong in it."""
    root = project_root(config)
    settings = _settings(Path(config.config_file_path), root) if config.config_file_path else Settings()
    faults = (
        *docs_dir_faults(Path(config.docs_dir), root),
        *license_faults(options.license),
        *contact_faults(options.contact, config.site_name),
        *alternates_faults(config.extra.get("alternate")),
    )
    edit_url = ""
    if options.edit and config.repo_url and config.edit_uri is not None:
        edit_url = config.repo_url.rstrip("/") + "/" + config.edit_uri.removesuffix(f"{CONTENT}/").lstrip("/")
        edit_url = edit_url.rstrip("/") + "/"
    made = revision.of(root)
    site = Site(
        title=config.site_name,
        license=options.license,
        url=config.site_url.rstrip("/") + "/" if config.site_url else "",
        description=config.site_description or "",
        language=str(config.theme["language"] if "language" in config.theme else "en"),  # noqa: SIM401
        repo_url=(config.repo_url or "").rstrip("/"),
        edit_url=edit_url,
        author=config.site_author or "",
        revision=made.revision,
        date=made.date,
        contact=options.contact,
        offline=options.offline,
        app=options.app,
        app_name=options.app_name,
    )
    # With the user and not in the project: an entry is trusted, and a pull request must not bring one.
    cache = user_cache_path("oer-build", appauthor=False) if options.cache else None
    return Project(
        root=root,
        site=site,
        articles=tuple(options.articles),
        look=options.look,
        settings=settings,
        faults=tuple(Diagnostic(one.code, settings.place(one.way), one.message, one.hint) for one in faults),
        cache=cache,
    )


def _settings(path: Path, root: Path, depth: int = 0) -> Settings:
    """The file of a configuration, and those that it inherits from (`INHERIT`), to find places in."""
    file = Path(os.path.relpath(path, root)).as_posix()
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        return Settings(file)
    parent = INHERIT.search(text)
    above = (
        _settings(path.parent / parent[1].strip("\"' "), root, depth + 1) if parent and depth < 9 else None
    )
    return Settings(file, text, OPTIONS, above)


def _add_theme(config: MkDocsConfig, look: tuple[str, ...]) -> None:
    """Put our theme between the project's `custom_dir` and Material, once."""
    theme = str(THEME)
    if theme not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        # After all of ours, which main.html links in `styles`, and before the project's, which therefore win.
        config.extra_css = [*look, *config.extra_css]
