"""The panel for those who take a module further: licence, credit, citations, source, where to change it."""

from __future__ import annotations

from dataclasses import dataclass

from oer_build.exports import citation
from oer_build.exports.addresses import bundle_path, module_path
from oer_build.model import Module
from oer_build.pages.frame import Frame
from oer_build.pages.values import LicenseLink


@dataclass(frozen=True, slots=True)
class CitationForm:
    """A citation in one form. `name` is part of an HTML id; `language` names its syntax, empty for plain
    text."""

    name: str
    title: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class UsePanel:
    """What the panel says."""

    title: str
    license: LicenseLink
    text: str
    """Attribution as plain text."""
    html: str
    """Attribution as HTML source."""
    citations: tuple[CitationForm, ...]
    bundle: str
    """Path of the zip with the source."""
    slides: str
    """Path of its slides."""
    handouts: str
    """Path of its handouts."""
    edit_url: str
    repo_url: str


def use_panel(frame: Frame, module: Module) -> UsePanel:
    """The panel of a module that is written."""
    site = frame.catalogue.site
    cited = citation.cite(module, site, frame.strings.gettext)
    return UsePanel(
        title=module.title,
        license=frame.license(module.license),
        text=cited.attribution_text,
        html=cited.attribution_html,
        citations=(
            CitationForm("apa", "APA", cited.apa),
            CitationForm("bibtex", "BibTeX", cited.bibtex, "bibtex"),
            CitationForm("cff", "CITATION.cff", cited.cff, "yaml"),
            CitationForm("csl", "CSL-JSON", cited.csl_json, "json"),
        ),
        bundle=bundle_path(module.identifier),
        slides=f"{module_path(module.identifier)}slides/",
        handouts=f"{module_path(module.identifier)}handouts/",
        edit_url=site.edit_url + module.span.file if site.edit_url else "",
        repo_url=site.repo_url,
    )
