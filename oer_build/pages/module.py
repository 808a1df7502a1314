"""A module as pages: the learner view, the teaching view with slides and handouts, and the short honest
page of one that is only planned.

The learner view is given no facilitator text at all: what only teachers see is taken out of the values
before the template gets them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from markupsafe import Markup

from oer_build.exports import linked_data
from oer_build.lesson import ROOT, TEACHER_ONLY, Block, Heading, Lesson, Node
from oer_build.model import Module
from oer_build.pages import calls, words
from oer_build.pages.frame import LEARNING, Frame, headings, plain, section
from oer_build.pages.handouts import handouts_page
from oer_build.pages.module_context import (
    Activity,
    Card,
    ModuleContext,
    Note,
    PlannedContext,
    Status,
    TeachContext,
)
from oer_build.pages.page import Crumb, Page
from oer_build.pages.places import Place, neighbour, places_of
from oer_build.pages.slides import slides_page
from oer_build.pages.small_maps import stands
from oer_build.pages.use import use_panel

STYLES = f'<link rel="stylesheet" href="{ROOT}assets/oer/teaching.css">'


def modules(frame: Frame) -> Iterator[Page]:
    """The pages of every module."""
    positions: dict[str, dict[str, tuple[Place, ...]]] = {}
    for module in frame.catalogue.modules.values():
        spoken = frame.speaking(module.in_language)
        language = spoken.strings.language
        if language not in positions:
            positions[language] = places_of(spoken)
        yield from _pages(spoken, module, positions[language].get(module.identifier, ()))


def _pages(frame: Frame, module: Module, places: tuple[Place, ...]) -> Iterator[Page]:
    _ = frame.strings.gettext
    path = f"modules/{module.identifier}/"
    lesson = frame.lesson(path)
    shared: dict[str, Any] = {
        "module": module,
        "card": _card(frame, module),
        "variants": tuple((duration.minutes, text) for duration, text in module.variants),
        "status": _status(frame, module),
        "language": module.in_language if module.in_language != frame.strings.language else "",
        "places": places,
        "required_by": tuple(
            frame.modules[identifier] for identifier in frame.catalogue.required_by.get(module.identifier, ())
        ),
        "stands": stands(frame, module),
        "programmes": frame.records("programme", frame.catalogue.programmes_of.get(module.identifier, ())),
        "sources": frame.works(module.sources, anchored=True),
        "adapted": frame.works(module.is_based_on),
    }
    around: dict[str, Any] = {
        "source": module.span.file,
        "license": module.license,
        "language": module.in_language,
        "previous": neighbour(places, "previous"),
        "next": neighbour(places, "next"),
        "about": linked_data.module(frame.catalogue, module, lesson),
    }
    crumbs = frame.crumbs(Crumb(_("Catalogue"), "catalogue/"))
    nodes = for_learners(lesson.nodes)
    if module.planned:
        context = PlannedContext(
            **shared,
            nodes=nodes,
            edit_url=edit_url(frame, module.span.file),
            repo_url=frame.catalogue.site.repo_url,
        )
        toc = (
            *_before_toc(frame, shared["card"]),
            *lesson.toc,
            *headings(("oer-help", _("How to help"))),
            *_after_toc(frame, context),
        )
        yield frame.page(
            path,
            module.title,
            module.description,
            "planned",
            context,
            breadcrumbs=crumbs,
            toc=toc,
            sections=(section("", module.title, module.description),),
            filters=_facets(frame, module, shared["card"]),
            **around,
        )
        return
    teach = f"{path}teach/"
    learner = ModuleContext(
        **shared,
        nodes=nodes,
        use=use_panel(frame, module),
        calls=calls.shown_on(frame, path),
        learn_path=path,
        teach_path=teach,
    )
    after = _after_toc(frame, learner)
    yield frame.page(
        path,
        module.title,
        module.description,
        "module",
        learner,
        breadcrumbs=crumbs,
        head=LEARNING,
        toc=(*_before_toc(frame, learner.card), *lesson.toc, *after),
        sections=_sections(frame, module, lesson),
        filters=_facets(frame, module, learner.card),
        **around,
    )
    yield _teach(frame, module, lesson, learner, after, around, crumbs)
    credit = Markup(learner.use.html)  # noqa: S704  (escaped by exports/)
    apart = around | {"previous": None, "next": None, "about": None}
    beyond = (*crumbs, Crumb(module.title, path))
    yield slides_page(frame, module, lesson, credit, apart, beyond)
    yield handouts_page(frame, module, lesson, credit, apart, beyond)


def _teach(
    frame: Frame,
    module: Module,
    lesson: Lesson,
    learner: ModuleContext,
    after: tuple[Heading, ...],
    around: Mapping[str, Any],
    crumbs: tuple[Crumb, ...],
) -> Page:
    _ = frame.strings.gettext
    values = {field.name: getattr(learner, field.name) for field in fields(learner)}
    values["nodes"] = tuple(
        node for node in lesson.nodes if not (isinstance(node, Block) and node.name == "plan")
    )
    values["stands"] = stands(frame, module, teach=True)
    context = TeachContext(
        **values,
        plans=tuple(node for node in lesson.nodes if isinstance(node, Block) and node.name == "plan"),
        activities=tuple(_activities(frame, lesson)),
        notes=tuple(
            Note(block.identifier, Markup(block.title) or Markup.escape(_("Notes")))  # noqa: S704  (rendered)
            for block in lesson.blocks("facilitator")
        ),
    )
    page = frame.page(
        learner.teach_path,
        _("Teaching: %s") % module.title,
        _("Run sheet, facilitator notes and answers. %s") % module.description,
        "teach",
        context,
        breadcrumbs=(*crumbs, Crumb(module.title, learner.learn_path)),
        toc=(
            *headings(("oer-run-sheet", _("Run sheet"))),
            *_before_toc(frame, learner.card),
            *lesson.toc,
            *after,
        ),
        head=STYLES,
        **(dict(around) | {"previous": None, "next": None, "about": None}),
    )
    # A source cited in the text is listed on this page too: nobody need be sent to the other one.
    here, there = f"{ROOT}{learner.teach_path}#source-", f"{ROOT}{learner.learn_path}#source-"
    return replace(page, body=page.body.replace(there, here))


def for_learners(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The text without what only teachers see, at any depth."""
    kept: list[Node] = []
    for node in nodes:
        if not isinstance(node, Block):
            kept.append(node)
        elif node.name not in TEACHER_ONLY:
            children = for_learners(node.children)
            kept.append(node if children == node.children else replace(node, children=children))
    return tuple(kept)


def edit_url(frame: Frame, file: str) -> str:
    """Where the file can be changed; empty where the site has no such place."""
    site = frame.catalogue.site
    return site.edit_url + file if site.edit_url else ""


def _card(frame: Frame, module: Module) -> Card:
    strings = frame.strings
    return Card(
        license=frame.license(module.license),
        status=words.status(strings, module.creative_work_status) or strings.gettext("Published"),
        levels=frame.modules[module.identifier].levels,
        teaches=tuple(
            replace(frame.competency(reference), strength=words.strength(strings, reference.strength))
            for reference in module.teaches
        ),
        required=tuple(frame.competency(reference) for reference in module.competency_required),
        requires=tuple(frame.modules[reference.identifier] for reference in module.requires),
        types=tuple(words.slug(strings, value) for value in module.learning_resource_type),
        audience=tuple(words.slug(strings, value) for value in module.audience),
        variants=tuple(strings.hours(duration.minutes) for duration, text in module.variants),
    )


def _status(frame: Frame, module: Module) -> Status:
    _ = frame.strings.gettext
    value = module.creative_work_status
    text = {
        "planned": _("This module is not written yet. This page says what it will teach."),
        "draft": _("This module is still being written. It may change, and it has not been reviewed."),
        "reviewed": _("This module has been reviewed and is about to be published."),
        "retired": _("This module is no longer kept up to date. It stays here for those who link to it."),
    }.get(value, "")
    return Status(value, words.status(frame.strings, value), text)


def _facets(frame: Frame, module: Module, card: Card) -> dict[str, tuple[str, ...]]:
    strings = frame.site.strings
    _ = strings.gettext
    return frame.facets(
        _("Planned module") if module.planned else _("Module"),
        competency=[link.name for link in card.teaches],
        level=card.levels,
        role=frame.roles.get(module.identifier, ()),
        audience=[words.slug(strings, value) for value in module.audience],
        time=[words.time_band(strings, module.minutes)],
        language=[strings.language_name(module.in_language)],
    )


def _sections(frame: Frame, module: Module, lesson: Lesson) -> tuple[Any, ...]:
    """What search knows: the description and keywords under the title, then the text's own sections."""
    first = section("", module.title, module.description, ", ".join(module.keywords))
    opening = [part for part in lesson.sections if not part.anchor]
    if opening:
        first = replace(first, text=plain(f"{first.text} {' '.join(part.text for part in opening)}"))
    return (first, *(part for part in lesson.sections if part.anchor))


def _activities(frame: Frame, lesson: Lesson) -> Iterator[Activity]:
    _ = frame.strings.gettext
    kinds = {"exercise": _("Exercise"), "discussion": _("Discussion"), "challenge": _("Challenge")}
    for block in lesson.blocks(*kinds):
        size = block.settings.get("groupSize", "")
        grouping = words.slug(frame.strings, block.settings.get("grouping", ""))
        yield Activity(
            anchor=block.identifier,
            kind=kinds[block.name],
            title=Markup(block.title) or Markup.escape(kinds[block.name]),  # noqa: S704  (rendered by markup/)
            minutes=block.minutes,
            grouping=_("in groups of %s") % size if size else grouping,
        )


def _before_toc(frame: Frame, card: Card) -> tuple[Heading, ...]:
    if not (card.requires or card.required):
        return ()
    return headings(("oer-before", frame.strings.gettext("Before you start")))


def _after_title(frame: Frame, context: ModuleContext | PlannedContext) -> str:
    _ = frame.strings.gettext
    return _("What builds on this") if context.required_by else _("Where this module stands")


def _after_toc(frame: Frame, context: ModuleContext | PlannedContext) -> tuple[Heading, ...]:
    _ = frame.strings.gettext
    return headings(
        *([("oer-after", _after_title(frame, context))] if context.required_by or context.stands else []),
        *([("oer-adapted", _("Adapted from"))] if context.adapted else []),
        *([("oer-sources", _("Sources"))] if context.sources else []),
        *([("oer-use", _("Use this module"))] if isinstance(context, ModuleContext) else []),
    )
