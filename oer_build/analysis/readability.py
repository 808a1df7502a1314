"""How hard a text is to read, by counting: words, sentences, syllables, long words. Knows sentences and the
names of languages; no Markdown, no lesson, no catalogue.

English gets the Flesch-Kincaid grade. Other languages that put spaces between words get LIX, which counts
letters in place of syllables and gives no age. A formula sees the length of words and sentences, never the
sense: it finds texts to read again, and says nothing of how good they are.

Syllables are counted by rule, so that no dictionary has to be shipped. Known limits: two vowels that are
spoken apart are told from one sound by their letters alone ("idea" and "quiet" get one too few), most
compounds keep a silent e ("baseline" gets one too many), and foreign names follow English spelling. Against
the CMU Pronouncing Dictionary the rule is right for 99 of 100 running words of this course, and its errors
cancel out to less than one syllable in a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

GRADE_FORMULA = "0.39 x words a sentence + 11.8 x syllables a word - 15.59"
GRADE_SOURCE = (
    "Kincaid, Fishburne, Rogers and Chissom, 1975, Derivation of New Readability Formulas "
    "(Automated Readability Index, Fog Count and Flesch Reading Ease Formula) for Navy Enlisted Personnel, "
    "Research Branch Report 8-75, US Navy"
)
LIX_FORMULA = "words a sentence + words of more than six letters in a hundred words"
LIX_SOURCE = "Björnsson, 1968, Läsbarhet"
AGE_OF_GRADE_0 = 5
"""A child in the first grade of a school in the United States is six."""
LONG_WORD = 7
"""Letters from which LIX calls a word long."""

_UNSPACED = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "yue", "zh"})
"""Languages that put no spaces between words, so that words cannot be counted without a dictionary."""
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s)|[؟।。！？]+[”’»」)\]]*")
_ABBREVIATION = re.compile(
    r"(?:al|approx|cf|dr|eds?|e\.g|etc|fig|i\.e|mrs?|ms|nos?|pp?|prof|st|vol|vs)\.", re.IGNORECASE
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_NEAR = 40
"""Characters before and after a full stop that say if it ends a sentence: a bound for very long texts."""
_LONGEST = 64
"""Letters of a word that are looked at."""
_OPENING = "\"'“‘«([ "

_VOWELS = re.compile(r"[aeiouy]+")
_ENDING = re.compile(r"(?<=..)(?:ful|less|ly|ments?|ness)$")
_INNER_E = re.compile(r"(?<=[aeiou][^aeiou])e(?=body|fore|one$|thing|times?$|where|work)|(?<=ev)e(?=ry)")
_SILENT = re.compile(
    r"""(?<=[aeiouy])[^aeiouy]+(?:
        (?<![^aeiouy][lr])e                      # note, but not able, centre
      | (?<![^aeiouyl]l)(?<![td])ed              # called, but not enabled, needed
      | (?<![^aeiouy][lr])(?<![cgsxz])(?<![cs]h)es  # notes, but not tables, cases, wishes
    )$
    | (?<=[aeiou][gq])u(?:e|es)$                   # league""",
    re.VERBOSE,
)
_APART = re.compile(
    r"""(?<![cgst])i[ao](?!u)(?<![gln]io)       # diary, radio, but not social, nation, region
      | (?<![gq])u[ao](?!y)                     # usual, but not quality, language
      | (?<!g)eo(?!u|p)                         # video, but not people, pigeon
      | (?<=cr)ea(?=t[eio])                     # creator, but not creature
      | (?<=..[^aeiouy])i(?:er|est)s?$          # easier, but not tier
      | (?<=[^aeiouy])ying$                     # trying
      | y(?=one$)                               # anyone
      | sms?$                                   # criticism
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted. `grade` and `age` for English only, `lix` for other languages; None where there is
    no formula, or no text."""

    words: int = 0
    sentences: int = 0
    grade: float | None = None
    lix: float | None = None

    @property
    def age(self) -> float | None:
        return None if self.grade is None else self.grade + AGE_OF_GRADE_0

    @property
    def words_a_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0


def measure(sentences: Sequence[str], language: str) -> Reading:
    """Count the sentences of a text in a language (a BCP 47 tag)."""
    words = [word for sentence in sentences for word in words_of(sentence)]
    primary = language.split("-")[0].lower()
    if not words or primary in _UNSPACED:
        return Reading(len(words), len(sentences))
    if primary == "en":
        sounds = sum(map(syllables, words))
        grade = 0.39 * len(words) / len(sentences) + 11.8 * sounds / len(words) - 15.59
        return Reading(len(words), len(sentences), grade=grade)
    # To Björnsson a colon ends a sentence too.
    ends = len(sentences) + sum(sentence.count(": ") for sentence in sentences)
    long = sum(sum(map(str.isalpha, word)) >= LONG_WORD for word in words)
    return Reading(len(words), len(sentences), lix=len(words) / ends + 100 * long / len(words))


def sentences_of(paragraph: str) -> tuple[str, ...]:
    """The sentences of a paragraph. Its end is the end of a sentence, with or without a full stop."""
    found: list[str] = []
    start = 0
    for end in (*sentence_ends(paragraph), len(paragraph)):
        found.append(paragraph[start:end].strip())
        start = end
    return tuple(sentence for sentence in found if words_of(sentence))


def sentence_ends(paragraph: str) -> Iterator[int]:
    """Where sentences of a paragraph end, but for a last one that only the paragraph's end closes."""
    start = 0
    for end in _END.finditer(paragraph):
        following = paragraph[end.end() : end.end() + _NEAR].lstrip(_OPENING)
        last = paragraph[max(start, end.end() - _NEAR) : end.end()].split()[-1].strip("\"'“”‘’()[]")
        short = _ABBREVIATION.fullmatch(last) or _INITIAL.fullmatch(last)
        if following[:1].islower() or (short and following):
            continue
        yield end.end()
        start = end.end()


def words_of(sentence: str) -> list[str]:
    """What stands between spaces and holds a letter or digit: "well-made" and "583,929" are one word each."""
    return [word for word in sentence.split() if any(map(str.isalnum, word))]


def syllables(word: str) -> int:
    """Syllables of an English word. A digit counts one, as does each letter of a short word in capitals
    ("API"), which is spelt out."""
    parts = re.split(r"[\W_]+", re.sub(r"['’]", "", word))
    return max(1, sum(_syllables(part) for part in parts if part))


def _syllables(part: str) -> int:
    digits = sum(map(str.isdigit, part))
    letters = re.sub(r"[^a-z]", "", part.lower())[:_LONGEST]
    if not letters:
        return digits
    if part.isupper() and (len(letters) <= 3 or not _VOWELS.search(letters)):
        return digits + len(letters)
    letters = _INNER_E.sub("", letters)
    endings = 0
    while (ending := _ENDING.search(letters)) and _VOWELS.search(letters, 0, ending.start()):
        letters, endings = letters[: ending.start()], endings + 1
    spoken = len(_VOWELS.findall(letters)) + len(_APART.findall(letters))
    return digits + endings + max(1, spoken - bool(_SILENT.search(letters)))
