"""How hard a text is: sentences and syllables are counted, and known passages come out as published."""

from __future__ import annotations

import time

import pytest

from oer_build.analysis.readability import measure, sentences_of, syllables, words_of

RABBIT = """Once upon a time there were four little Rabbits, and their names were Flopsy, Mopsy, Cotton-
tail, and Peter. They lived with their Mother in a sand-bank, underneath the root of a very big fir-tree.
"Now my dears," said old Mrs. Rabbit one morning, "you may go into the fields or down the lane, but don't go
into Mr. McGregor's garden: your Father had an accident there; he was put in a pie by Mrs. McGregor." """
GETTYSBURG = """Four score and seven years ago our fathers brought forth on this continent, a new nation,
conceived in Liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in
a great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long
endure. We are met on a great battle-field of that war. We have come to dedicate a portion of that field, as
a final resting place for those who here gave their lives that that nation might live. It is altogether
fitting and proper that we should do this. But, in a larger sense, we can not dedicate -- we can not
consecrate -- we can not hallow -- this ground. The brave men, living and dead, who struggled here, have
consecrated it, far above our poor power to add or detract. The world will little note, nor long remember
what we say here, but it can never forget what they did here. It is for us the living, rather, to be
dedicated here to the unfinished work which they who fought here have thus far so nobly advanced. It is
rather for us to be here dedicated to the great task remaining before us -- that from these honored dead we
take increased devotion to that cause for which they gave the last full measure of devotion -- that we here
highly resolve that these dead shall not have died in vain -- that this nation, under God, shall have a new
birth of freedom -- and that government of the people, by the people, for the people, shall not perish from
the earth."""
PREAMBLE = """We the People of the United States, in Order to form a more perfect Union, establish Justice,
insure domestic Tranquility, provide for the common defence, promote the general Welfare, and secure the
Blessings of Liberty to ourselves and our Posterity, do ordain and establish this Constitution for the
United States of America."""
SWEDISH = "Katten sitter på mattan. Kommunens förvaltning utvecklar digitala tjänster för medborgarna."


def grade(text: str) -> float:
    found = measure(sentences_of(" ".join(text.split())), "en").grade
    assert found is not None
    return found


# -- passages --------------------------------------------------------------------------------------


def test_the_gettysburg_address_has_its_published_grade() -> None:
    """Word counts 271 words in 10 sentences; The Boston Globe (2015) gave it the eleventh grade."""
    found = measure(sentences_of(" ".join(GETTYSBURG.split())), "en")
    assert (found.words, found.sentences) == (271, 10)
    assert grade(GETTYSBURG) == pytest.approx(11.0, abs=0.3)
    assert found.age == pytest.approx(16.0, abs=0.3)


@pytest.mark.parametrize(
    ("sentence", "words", "spoken"),
    [
        ("The cat sat on the mat.", 6, 6),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 13, 26),
    ],
)
def test_the_usual_examples_have_their_published_counts(sentence: str, words: int, spoken: int) -> None:
    found = words_of(sentence)
    assert (len(found), sum(map(syllables, found))) == (words, spoken)


def test_the_formula_is_the_published_one() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


def test_passages_come_in_the_order_in_which_people_find_them_hard() -> None:
    grades = [grade(text) for text in ("The cat sat on the mat.", RABBIT, GETTYSBURG, PREAMBLE)]
    assert grades == sorted(grades)
    assert grades[-1] > 20


def test_other_languages_get_lix_and_no_age() -> None:
    """11 words in 2 sentences, 6 of them of more than six letters."""
    found = measure(sentences_of(SWEDISH), "sv-SE")
    assert found.lix == pytest.approx(11 / 2 + 100 * 6 / 11)
    assert (found.grade, found.age) == (None, None)


def test_to_lix_a_colon_ends_a_sentence() -> None:
    with_colon, without = (
        measure([text], "de").lix for text in ("Eins: zwei drei vier", "Eins zwei drei vier")
    )
    assert (with_colon, without) == (2.0, 4.0)


def test_languages_without_spaces_between_words_are_not_measured() -> None:
    found = measure(sentences_of("吾輩は猫である。名前はまだ無い。"), "ja")
    assert (found.sentences, found.grade, found.lix) == (2, None, None)


def test_no_text_has_no_grade() -> None:
    assert measure([], "en").grade is None


# -- syllables -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "a the note notes asked called whole league strength don't through"),
        (2, "needed people able tables centre cases wishes trying service language nation office"),
        (3, "government easier however barrier everyone together radio usual creator completely"),
        (4, "information identify evidently community criticisms responsible"),
        (5, "organisation university administrative"),
    ],
)
def test_syllables_follow_the_letters(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_what_is_spelt_out_counts_by_its_letters_and_digits() -> None:
    counted = {word: syllables(word) for word in ("API", "GDS", "UNICEF", "2018", "583,929", "24-hour")}
    assert counted == {"API": 3, "GDS": 3, "UNICEF": 3, "2018": 4, "583,929": 6, "24-hour": 3}


@pytest.mark.parametrize(("word", "found", "true"), [("idea", 2, 3), ("quiet", 1, 2), ("baseline", 3, 2)])
def test_known_limits_of_the_rule(word: str, found: int, true: int) -> None:
    assert syllables(word) == found != true


# -- sentences -------------------------------------------------------------------------------------


def test_sentences_end_at_their_signs() -> None:
    assert sentences_of("It rained. Did it? Yes! (It did.) So") == (
        "It rained.",
        "Did it?",
        "Yes!",
        "(It did.)",
        "So",
    )


def test_abbreviations_initials_and_speech_do_not_end_a_sentence() -> None:
    for whole in (
        "Ask Dr. Adams, e.g. Jane A. Adams, in no. 5.",
        '"Is it open?" she asked.',
        "It grew by 3.5 per cent ... and then stopped.",
    ):
        assert sentences_of(whole) == (whole,)


def test_a_sentence_may_end_with_an_initial() -> None:
    assert sentences_of("Write down notes A and B.") == ("Write down notes A and B.",)


def test_sentences_of_other_scripts_are_found() -> None:
    assert len(sentences_of("هل هذا سؤال؟ نعم.")) == 2
    assert len(sentences_of("यह एक वाक्य है। यह दूसरा है।")) == 2


@pytest.mark.parametrize("text", ["." * 50_000, "a. " * 17_000, "e.g. " * 10_000, "ly" * 25_000])
def test_no_text_holds_the_count_up(text: str) -> None:
    began = time.process_time()
    measure(sentences_of(text), "en")
    assert time.process_time() - began < 2
