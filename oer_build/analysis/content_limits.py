"""What is expected of content, as numbers, each with its reason. The only place that holds them.

They are expectations, not rules: content outside them is named with its numbers and remains publishable.
"""

from __future__ import annotations

WORDS = (1200, 2200)
"""Words of a module that a learner reads in order, without folded answers and rubrics. What
docs/explanation/quality-of-content.md asks for: enough for one subject with cases, and read in a sitting."""

READING_AGES = (12.0, 15.0)
"""Years. Adults at work who read in their second language, on a phone, between two meetings, should not be
slowed by the sentences. Below the range, reasons and conditions tend to be cut into pieces that no longer
show how they hang together."""

READING_SAMPLE = 100
"""Words of connected prose below which no reading age is given: the formula was fitted to passages of about
this length, and in shorter ones a single word moves it by a year."""

LONGEST_SENTENCES = 3
"""How many of its longest sentences are named where a module is hard to read: the first to divide."""

WORDS_A_MINUTE = 200
"""Reading to learn. For English non-fiction, Brysbaert (2019, How many words do we read per minute?, Journal
of Memory and Language 109) found 238 words a minute on average, with most adults between 175 and 300, and
fewer for readers with English as a second language. People who are to remember stop and look back, so the
figure here lies below that average."""

MINUTES_A_QUESTION = 1.0
"""A quiz item with its reasons. Measurement Research Associates (Test Insights, October 2009) timed 54
seconds on average for an item with four options."""

TIME_SHARES = (0.60, 1.25)
"""Needed time as a share of `timeRequired`. The estimate cannot know more than about a quarter either way; a
group also needs time to arrive, move and talk, so the range is wider below."""

QUESTIONS = 5
"""Quiz items of a module, at least: with three to five objectives, fewer leave one of them untested."""

HABIT_SHARE = 0.60
HABIT_ITEMS = 10
"""Where more than this share of at least this many single-choice items can be answered by looking for the
longest option, or for one position, a quiz tests that. Under ten items such a share is often chance."""

CASE_COUNTRIES = 2
"""Countries that the cases of a module come from, at least: one country alone looks like the rule."""

MODULES_A_LEVEL = 2
"""Modules that teach a competency at a level, at least, below the two highest levels: there most learners
are, and one module is one way in. The next level needs one. The highest needs none: it is reached in
practice."""
