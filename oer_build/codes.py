"""The catalogue of diagnostic codes: what each means, why it matters, how to mend it.

Codes are permanent: one may be retired, none is given a new meaning. The reference page
`docs/reference/diagnostics.md` is generated from here, and a test holds one fixture to each code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """`summary` says what is wrong, `remedy` what to do; both stand in the reference."""

    severity: Literal["error", "warning"]
    summary: str
    remedy: str


def _error(summary: str, remedy: str) -> Code:
    return Code("error", summary, remedy)


def _warning(summary: str, remedy: str) -> Code:
    return Code("warning", summary, remedy)


CODES: dict[str, Code] = {
    # -- files: what may lie in the project's folders --------------------------------------------
    "not-utf-8": _error(
        "A text file is not UTF-8.",
        "Save it as UTF-8 (in most editors: Save with encoding), without changing the text.",
    ),
    "nul-character": _error(
        "A text file holds a NUL character.", "Delete the character; the file may not be a text file at all."
    ),
    "forbidden-character": _error(
        "A text holds a character that readers and editors cannot see: a control character, a mark that changes the "
        "direction of text, a zero-width space, a line separator, a noncharacter.",
        "Delete the character and type again what stands there. Joiners are allowed in scripts that need them.",
    ),
    "file-too-large": _error(
        "A file is larger than its kind may be (YAML 1 MiB or 100,000 keys and values, Markdown 256 KiB, an SVG picture "
        "5 MiB, another asset 50 MiB).",
        "Split the text, make the picture smaller, or publish the file elsewhere and link to it.",
    ),
    "line-too-long": _error(
        "A line of a text is longer than 20,000 characters.",
        "Break the line; embed no data in a text.",
    ),
    "not-a-regular-file": _error(
        "An entry of a content folder is a symbolic link, a pipe, a device or something else that is not read.",
        "Put a copy of the file in its place, or remove the entry.",
    ),
    "path-outside-project": _error(
        "A path leads out of the project.", "Use a folder inside the project, named from its root."
    ),
    "missing-folder": _error(
        "The settings name a folder of pages that does not exist.",
        "Make the folder, or correct the settings.",
    ),
    "bad-file-name": _error(
        "A file or folder name cannot be part of an address that works everywhere.",
        "Use small letters, digits and hyphens, at most 64; no name that Windows reserves (con, nul, aux, ...).",
    ),
    "case-collision": _error(
        "Two names in one folder differ only in capital letters: on many computers they are one file.",
        "Rename one of them.",
    ),
    "misplaced-file": _error(
        "A file lies where no kind of record or asset belongs.",
        "Move it to the folder of its kind; competencies are `competencies/<identifier>.yml`.",
    ),
    "missing-index": _error(
        "The folder of a module, course, programme or pack has files but no `index.md`.",
        "Add `index.md`, or remove the folder.",
    ),
    "reserved-path": _error(
        "A file would be published at the address of a generated page or of another file.",
        "Rename it or move it to another folder.",
    ),
    "asset-type": _error(
        "A file is of a kind that is not published, or its content is not what its name says.",
        "Publish pictures as png, jpg, gif, webp, avif or svg, documents as pdf, odt, docx, xlsx, pptx, csv or txt, "
        "media as mp3, mp4, webm or vtt.",
    ),
    "unsafe-svg": _error(
        "An SVG picture can run a script or fetch something from another host.",
        "Save it as plain SVG without scripts, links and animation; embed what it refers to.",
    ),
    "asset-without-licence": _error(
        "A picture or handout does not say under which licence it may be used.",
        "Add `<file>.license` with SPDX-License-Identifier and SPDX-FileCopyrightText, or an entry in REUSE.toml.",
    ),
    "toml-syntax": _error("REUSE.toml cannot be read.", "Correct it at the place that the message names."),
    # -- reading: YAML and front matter ----------------------------------------------------------
    "yaml-syntax": _error(
        "A text is not YAML.", "Correct indentation, quotation marks, brackets or colons at the place named."
    ),
    "yaml-tab": _error("A tab indents YAML.", "Indent with spaces."),
    "yaml-duplicate-key": _error(
        "A key is written twice in one place; YAML would lose one of the two values.", "Keep one of them."
    ),
    "yaml-tag": _error(
        "A YAML tag (`!!python/...`, `!ENV`): such tags can make a program run what a file says.",
        "Remove the tag; put text that begins with `!` in quotes.",
    ),
    "yaml-alias": _error(
        "A YAML anchor or alias (`&name`, `*name`): nested ones expand to more than any memory holds.",
        "Write the value out; put text that begins with `*` or `&` in quotes.",
    ),
    "yaml-too-deep": _error(
        "Lists and keys are nested more than 50 deep.", "Write the record flat, as its reference page shows."
    ),
    "front-matter-missing": _error(
        "A Markdown file that needs front matter does not begin with it.",
        "Begin the file with a line `---`, the keys, and a line `---`.",
    ),
    "front-matter-unclosed": _error(
        "Front matter begins but does not end.", "Put a line `---` between the front matter and the text."
    ),
    # -- shape: what the records may say ---------------------------------------------------------
    "unknown-key": _error(
        "A key that the record does not have; what it says would be lost.",
        "Correct the spelling, or remove the key. The reference lists the keys of each kind of record.",
    ),
    "missing-key": _error("A key that the record needs is missing.", "Add it."),
    "empty-value": _error("A key has no value.", "Give it one, or remove the key where it may be left out."),
    "wrong-type": _error(
        "A value is of another type than its key takes: text, list, keys with values, true or false.",
        "Write it as the hint shows; put text that looks like a number or a truth value in quotes.",
    ),
    "invalid-value": _error(
        "A value is not one of those that its key takes.", "Use one that the hint lists."
    ),
    "invalid-identifier": _error(
        "An identifier holds something other than small letters, digits and hyphens, or is longer than 64.",
        "Write it with `a` to `z`, `0` to `9` and `-`.",
    ),
    "identifier-mismatch": _error(
        "The `identifier` in a file is not the name of the file.",
        "Make them equal, or leave `identifier` out: the file name is enough.",
    ),
    "invalid-duration": _error(
        "A duration is not what its key takes, written after ISO 8601: hours and minutes, or for an opportunity "
        "years, months, weeks and days.",
        "Write `PT50M`, `PT2H` or `PT1H30M`; `P6M` or `P1Y`.",
    ),
    "invalid-time": _error(
        "A time of day is not hours and minutes in 24 hours.",
        "Write `'09:30'`, in quotes.",
    ),
    "invalid-region": _error(
        "A region is not a code of ISO 3166.",
        "Write the two capital letters of a country, `KE`, or a part of one, `GB-SCT`.",
    ),
    "personal-address": _error(
        "An electronic address looks like that of a person. These files are public, and people move on.",
        "Use the mailbox of a role or office, or a page through which it can be reached.",
    ),
    "invalid-date": _error(
        "A date is none, or is not in the calendar.", "Write `2026-11-21`, `2026-11` or `2026`."
    ),
    "invalid-language": _error(
        "A language tag is not one of BCP 47.", "Write `en`, `en-GB`, `pt-BR`, `zh-Hant`, ..."
    ),
    "invalid-license": _error(
        "A licence is not an SPDX identifier or expression.",
        "Use an identifier of https://spdx.org/licenses/, such as `CC-BY-SA-4.0`, `OGL-UK-3.0` or `LicenseRef-own`.",
    ),
    "invalid-url": _error("An address is not a web address.", "Write it whole, beginning with `https://`."),
    "invalid-orcid": _error(
        "An ORCID iD is mistyped: its form or its check digit is wrong.", "Copy it from https://orcid.org/."
    ),
    "invalid-ror": _error(
        "A ROR identifier is mistyped: its form or its check digits are wrong.",
        "Copy it from https://ror.org/.",
    ),
    "missing-text": _error(
        "A module that is not planned has no text, or a page has no title.",
        "Write the text, or say `creativeWorkStatus: planned`.",
    ),
    "planned-with-text": _warning(
        "A module that is marked as planned has text, which is not published.",
        "Change `creativeWorkStatus` to `draft` or further when readers may see it.",
    ),
    # -- linking: identifiers and relations ------------------------------------------------------
    "unknown-competency": _error(
        "A reference names a competency that does not exist.",
        "Correct the identifier, or add `competencies/<identifier>.yml`.",
    ),
    "unknown-level": _error(
        "A reference names a level that the framework does not have.",
        "Use a level of `competencies/framework.yml`, or leave the level out where the framework has none.",
    ),
    "unknown-module": _error(
        "A reference names a module that does not exist.",
        "Correct the identifier, or add `content/modules/<identifier>/index.md` "
        "(with `creativeWorkStatus: planned` if it is still to be written).",
    ),
    "unknown-record": _error(
        "A record names an organisation, an opportunity, a programme or a page that does not exist.",
        "Correct the identifier, or add the record in its folder of `content/`.",
    ),
    "unknown-source": _error(
        "The text cites a source that the front matter does not list.",
        "Add the work to `sources` with that `identifier`, or correct the citation.",
    ),
    "unknown-objective": _error(
        "A block names an objective that the module does not have.",
        "Number objectives from 1 in the order of the objectives block.",
    ),
    "duplicate-identifier": _error("Two records have the same identifier.", "Give each its own identifier."),
    "self-reference": _error("A record refers to itself where that has no meaning.", "Remove the reference."),
    "prerequisite-cycle": _error(
        "Modules (or competencies) require each other in a circle, so none can come first.",
        "Remove one of the references that the message shows.",
    ),
    "missing-framework": _error(
        "There are competencies but no framework that they belong to.",
        "Add `competencies/framework.yml` with `identifier`, `title`, `version` and `license`.",
    ),
    "prerequisite-order": _warning(
        "A course puts a module before one that it requires.",
        "Move the required module to an earlier place in the course.",
    ),
    "licence-conflict": _error(
        "A work is adapted or shown under a licence that does not allow the licence of the result.",
        "Link to the work instead, replace it, quote a short passage and cite it, ask its author for another "
        "licence (`LicenseRef-Permission` says that you have leave in writing), or change the module's licence.",
    ),
    # -- programmes --------------------------------------------------------------------------------
    "session-overlap": _error(
        "Two sessions of a day take place at the same time.",
        "Change a start or a duration; give sessions that are meant to be parallel different `track`s.",
    ),
    "session-order": _error(
        "A session, or a day, stands before an earlier one.", "Write sessions and days in the order of time."
    ),
    "session-gap": _warning(
        "Between two sessions of a day there is time that belongs to none.",
        "Change a start or a duration, or add a session with `format: break` or `format: free`.",
    ),
    "session-without-lead": _error(
        "Nobody leads a session.",
        "Say which role leads it: `lead: ...`. Only pauses (break, meal, travel, free) have no lead.",
    ),
    "long-without-break": _warning(
        "People sit for more than two hours without a pause.",
        "Add a session with `format: break` or `format: meal`.",
    ),
    "programme-does-not-add-up": _error(
        "The sessions of a programme are not, together and without pauses, the time that it states.",
        "Change the sessions, or `timeRequired`.",
    ),
    "session-too-short": _warning(
        "A programme has less time for a module than the module takes in its shortest way.",
        "Give its sessions more time, teach another module, or add a shorter way to the module's `variants`.",
    ),
    # -- markup: teaching blocks -----------------------------------------------------------------
    "unknown-block": _error(
        "A block has a name that is none of the teaching blocks.",
        "Correct the name: objectives, keypoints, exercise, answer, facilitator, plan, discussion, "
        "challenge, rubric, case or question.",
    ),
    "malformed-block": _error(
        "A line begins with three slashes but neither opens nor closes a block.",
        "Open a block with `/// name | Title`, close it with `///`, or put a space before the slashes.",
    ),
    "unclosed-block": _error(
        "A block has no end.",
        "Write as many slashes as it was opened with, alone in a line, after its last line.",
    ),
    "unexpected-block-end": _error(
        "A line of slashes ends a block that was not opened.",
        "Remove the line, or give it as many slashes as the opening of its block has.",
    ),
    "block-in-wrong-place": _error(
        "A block stands where it has no meaning, or is indented.",
        "An answer belongs in an exercise, discussion, challenge or case; a rubric in a challenge; "
        "most others stand outside all blocks, at the left edge.",
    ),
    "duplicate-block": _error(
        "A text has two blocks of a kind that it can have once.", "Put all objectives into one block."
    ),
    "empty-block": _error(
        "A block that is a list has no items.", "Write its items: lines that begin with `- `."
    ),
    "missing-block-title": _error(
        "A block that readers are led to by its title has none.",
        "Write it after a bar: `/// exercise | Title`.",
    ),
    "unknown-block-option": _error(
        "A block has an option that it does not take.", "Correct the name of the option, or remove it."
    ),
    "invalid-block-option": _error(
        "An option of a block is not indented, is set twice, or has a value that it cannot have.",
        "Indent options by four spaces under the opening of the block; the hint says what they may be.",
    ),
    "missing-block-option": _error(
        "A block lacks an option that it needs.",
        "Add it under the opening, indented by four spaces: `time` to an exercise or a challenge, "
        "`type` to a question.",
    ),
    "question-without-options": _error(
        "A question has no options, or one only where there is a choice.",
        "Write each option as an item: `- [x] right`, `- [ ] wrong`.",
    ),
    "question-without-right-answer": _error(
        "A question has no option that is right.", "Mark the right option with `[x]`."
    ),
    "question-with-several-right-answers": _error(
        "A question with one right answer has several.",
        "Mark one option with `[x]`, or make the question `type: multiple-choice`.",
    ),
    "unmarked-option": _error(
        "An option of a question has no box or no text.",
        "Begin it with `- [x] ` if it is right, `- [ ] ` if not.",
    ),
    "true-false-options": _error(
        "A true-false question has not exactly two options.", "Write two options, True and False."
    ),
    "not-a-pair": _error(
        "An item of a matching question is no pair of two texts, or begins as another one does.",
        "Write `- one => its partner`, without a box and with a space on both sides of the arrow.",
    ),
    "not-a-step": _error(
        "An item of an ordering question is no numbered step, or stands there twice.",
        "Write the steps as a numbered list, in the right order and without boxes: `1. First`.",
    ),
    "option-without-reason": _warning(
        "An option of a question does not say why it is right or wrong.",
        "Write the reason under it, indented by four spaces: `    - Because ...`.",
    ),
    "plan-item-without-minutes": _error(
        "An item of a plan does not say how long it takes.", "Begin it with its minutes: `- 10 min: ...`."
    ),
    "plan-does-not-add-up": _error(
        "The minutes of a plan are not, together, the time that it has.",
        "Change the items, the plan's `time`, or the module's `timeRequired`.",
    ),
    # -- markup: prose ---------------------------------------------------------------------------
    "raw-html": _error(
        "A text has HTML that can run, load or break the page, or that Markdown has a way to write.",
        "Write it in Markdown. Some tags for words are allowed, in pairs and without addresses: "
        "abbr, b, bdi, bdo, cite, del, dfn, em, i, ins, kbd, mark, q, s, samp, small, span, strong, sub, "
        "sup, u, var; also br and wbr. Code between backticks may show any tag.",
    ),
    "invalid-attribute": _error(
        "An attribute list gives an element something that it cannot have.",
        "Use `#id`, `.class`, title, lang, dir, width, height, start or scope; "
        "identifiers and classes of the site itself (`md-`, `oer-`) are reserved.",
    ),
    "unsafe-link": _error(
        "An address has a scheme that could run a program or be misread.",
        "Begin it with `https://`, `http://` or `mailto:`, or link to a file of the project.",
    ),
    "link-outside-project": _error(
        "A relative address leads out of the project.",
        "Link to a file inside the project, or to a web address.",
    ),
    "empty-link": _error("A link has no text or no address.", "Say what it leads to: `[the text](address)`."),
    "remote-image": _error(
        "An image would be loaded from another site, each time that somebody reads the page.",
        "Put the file beside the text, with its licence, or link to it.",
    ),
    "missing-alt": _error(
        "An image has no alternative text.", "Say what it shows: `![What it shows](file.png)`."
    ),
    "heading-level": _error(
        "A heading has the level of the page's title, or skips a level.",
        "Begin with `##`, and go down one level at a time.",
    ),
    "duplicate-anchor": _error(
        "Two elements of a page have the same identifier.", "Rename one of them in its attribute list."
    ),
    "malformed-reference": _error(
        "Double square brackets hold something that is no reference.",
        "Write `[[competency]]`, `[[competency@level]]`, `[[module:identifier]]` (or course, programme, opportunity, "
        "organisation, pack, story) or `[[source:identifier]]`.",
    ),
    "unknown-link-address": _error(
        "A link refers to an address by a name that no line gives.",
        "Write `[name]: https://...` in a line of its own.",
    ),
    "unknown-footnote": _error(
        "A text refers to a footnote that it does not have.", "Write `[^name]: ...` in a line of its own."
    ),
    "empty-footnote": _error("A footnote has no text.", "Write it after the colon."),
    "unused-footnote": _warning(
        "Nothing refers to a footnote.", "Write `[^name]` where it belongs, or remove it."
    ),
    "duplicate-definition": _error(
        "A footnote or the address of a link is defined twice.", "Keep one of them, or rename one."
    ),
    "footnote-in-teacher-block": _error(
        "A footnote stands in a block that only teachers see, and would be shown to learners.",
        "Write it as a sentence in the block.",
    ),
    "unclosed-code": _error(
        "Fenced code has no end.", "Write the same backticks or tildes alone in a line after it."
    ),
    "misread-text": _error(
        "The first line of a text, title or item is read as part of something else.",
        "Leave a blank line before it, or write a backslash before the sign that it begins with.",
    ),
    "too-complex": _error(
        "A text is too long, too deep, or has too many special characters in one place to be rendered "
        "safely, or it took too much processor time.",
        "Divide it into simpler or shorter parts.",
    ),
    "markdown-failed": _error(
        "Markdown could not read a text.",
        "Find the place by halving the text, write it differently, and report the fault to the project.",
    ),
    # -- links between pages ---------------------------------------------------------------------
    "dangling-link": _error(
        "A link leads to a page that the site does not have.",
        "Correct the address: relative to this file, ending in `.md`, or from the site's root (`/map/`).",
    ),
    "dangling-anchor": _error(
        "A link leads to a part of a page that the page does not have.",
        "Link to a heading of that page; its anchor is the heading in lower case with hyphens.",
    ),
    "dangling-asset": _error(
        "An image or a download is not there.",
        "Put the file beside the text, or correct its name (capital letters count).",
    ),
    "unreadable-audit": _error(
        "The record of an accessibility test, `accessibility.json`, cannot be read.",
        "Test the site again, which writes it anew, or remove it: the statement then says that no test is recorded.",
    ),
    # -- the settings of the site ----------------------------------------------------------------
    "invalid-setting": _error(
        "A value in `mkdocs.yml` is of the right type and cannot be used.",
        "Write it as the message says; the reference of the configuration lists what each setting takes.",
    ),
    "invalid-look": _error(
        "A key under `look` of the plugin is unknown, or its value is no colour or no name of a font.",
        "Write colours as # and six digits, in quotes, and fonts by their names; see how to change the look.",
    ),
    "low-contrast": _error(
        "A colour of the site's own does not stand out from what it is used on: people with weak eyes, or in bright "
        "light, cannot read it (WCAG 2.2, success criteria 1.4.3 and 1.4.11).",
        "Take the nearest colour that passes, which the message names, or another one.",
    ),
    # -- drawing ---------------------------------------------------------------------------------
    "template-fault": _error(
        "A page template cannot be drawn.",
        "Mend the override in `overrides/pages/`; the reference lists what each template is given.",
    ),
    "unreadable-strings": _error(
        "A file of translated words cannot be read, or a translation fills in what is not there.",
        "Save it as UTF-8 text in the form of gettext: `msgid`, `msgstr`, and correct the line. Keep `%(name)s` and `{name}` as they are in English.",
    ),
}
