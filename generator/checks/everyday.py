"""Everyday words: each says something new, of a matter there is, and not of everything.

Nothing here asks whether people really talk like that; the reason beside each does.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from generator.checks.checked import Checked, at
from generator.checks.entries import (
    Entry,
    Unique,
    at_entry,
    entries,
    is_term,
    line_of,
)
from generator.checks.vocabulary import Vocabulary
from generator.model.words import Words
from generator.problems import Problem, Severity

SHORTEST, LONGEST = 2, 20
MOST_MATTERS = 12
MOST_GROUPS = 6

_GUESSES = 20
"""Unknown names that get a guess: to find one among a city's matters takes its time."""


def everyday_words_help(checked: Checked) -> Iterator[Problem]:
    """Hold the file of everyday words against itself and against the lists."""
    words = checked.catalog.words
    if not (words.matters or words.terms or words.ignore or words.contact):
        return
    everything = list(entries(words))
    unique: Unique = {}
    for entry in everything:
        unique.setdefault((entry.owner, entry.key, entry.folded), entry)
    good = [one for one in unique.values() if not _length_fault(one)]
    vocabulary = Vocabulary(checked.resolved)
    yield from _wrong_lengths(words, unique.values())
    yield from _repeated(words, everything, unique)
    yield from _too_wide(words, good)
    yield from _needless(words, good, vocabulary)
    yield from _ignored(words, good, vocabulary)
    if _may_have_lost_matters(checked):
        return
    yield from _unknown_matters(words, vocabulary)
    yield from _unknown_terms(words, good, vocabulary)


def _may_have_lost_matters(checked: Checked) -> bool:
    """Tell whether an error elsewhere may be why a matter cannot be found."""
    sources = "content/lists/", "content/offices/", "site_config.yml"
    return any(path.startswith(sources) for path in checked.lossy)


def _length_fault(entry: Entry) -> tuple[str, str] | None:
    """Word what is wrong with an entry's length, and the cure."""
    length = len(entry.folded)
    if not length:
        return f"“{entry.text}”里没有字，搜不到。", "请写成文字，或删去。"
    if entry.key != "say" or SHORTEST <= length <= LONGEST:
        return None
    fault = f"“{entry.text}”只有一个字，会找出一大片事项。"
    if length > LONGEST:
        fault = f"这个说法有 {length} 个字，没有人会整句照着输入。"
    return fault, f"请写 {SHORTEST} 到 {LONGEST} 个字，留下最要紧的词。"


def _wrong_lengths(words: Words, unique: Collection[Entry]) -> Iterator[Problem]:
    for entry in unique:
        fault = _length_fault(entry)
        if fault:
            yield at_entry(words, entry, "word-length", *fault, Severity.ERROR)


def _repeated(
    words: Words, everything: Collection[Entry], unique: Unique
) -> Iterator[Problem]:
    for entry in everything:
        first = unique[entry.owner, entry.key, entry.folded]
        if first is not entry:
            line, here = line_of(words, first), line_of(words, entry)
            where = "在这一行前面" if line == here else f"在第 {line} 行"
            yield at_entry(
                words,
                entry,
                "duplicate-word",
                f"“{entry.text}”{where}已经写过。",
                "请删去一处。",
            )


def _too_wide(words: Words, good: Collection[Entry]) -> Iterator[Problem]:
    """Report a saying once, at the first place that is too many."""
    says = [entry for entry in good if entry.key == "say"]
    totals = Counter((is_term(one), one.folded) for one in says)
    seen: Counter[tuple[bool, str]] = Counter()
    for entry in says:
        key = is_term(entry), entry.folded
        seen[key] += 1
        most, what = MOST_MATTERS, f"给了 {totals[key]} 个事项，最多 {MOST_MATTERS} 个"
        if is_term(entry):
            most, what = MOST_GROUPS, f"写进了 {totals[key]} 组，最多 {MOST_GROUPS} 组"
        if seen[key] == most + 1:
            yield at_entry(
                words,
                entry,
                "too-wide-word",
                f"“{entry.text}”{what}：什么都指，就等于什么都没说。",
                "请换成更具体的说法，只留给最像的几个。",
                Severity.ERROR,
            )


def _needless(
    words: Words, good: Collection[Entry], vocabulary: Vocabulary
) -> Iterator[Problem]:
    means = {(e.owner, e.folded) for e in good if e.key == "means"}
    for entry in good:
        if entry.key != "say":
            continue
        found = ""
        if (entry.owner, entry.folded) in means:
            found = f"“{entry.text}”和正式的说法一样"
        elif not is_term(entry) and _is_in_every_name(entry, vocabulary):
            found = f"事项的名称或大白话里已经有“{entry.text}”"
        if found:
            yield at_entry(
                words,
                entry,
                "needless-word",
                f"{found}，不写也搜得到。",
                "请删去，或换成名称里没有的说法。",
            )


def _is_in_every_name(entry: Entry, vocabulary: Vocabulary) -> bool:
    """Tell whether every list has a word in the matter's title or plain name."""
    if entry.owner not in vocabulary:
        return False
    rows = vocabulary.named(entry.owner)
    return all(any(entry.folded in name for name in row) for row in rows)


def _ignored(
    words: Words, good: Collection[Entry], vocabulary: Vocabulary
) -> Iterator[Problem]:
    if not words.ignore:
        return
    titles = vocabulary.titles()
    says = {entry.folded for entry in good if entry.key == "say"}
    for entry in good:
        what = "事项的名称" if entry.folded in titles else "居民的说法"
        if entry.key == "ignore" and entry.folded in titles | says:
            yield at_entry(
                words,
                entry,
                "ignored-word",
                f"“{entry.text}”是{what}，又写进不看的词（ignore），就搜不到了。",
                "请从不看的词（ignore）里删去。",
                Severity.ERROR,
            )


def _unknown_matters(words: Words, vocabulary: Vocabulary) -> Iterator[Problem]:
    guesses = _GUESSES
    for one in words.matters:
        if not one.matter or one.matter in vocabulary:
            continue
        near = get_close_matches(one.matter, vocabulary.matters(), 1) if guesses else []
        guesses = max(guesses - 1, 0)
        guess = f"是不是“{near[0]}”？" if near else ""
        yield at(
            one.record,
            "matter",
            "unknown-item",
            f"没有哪一份清单有事项“{one.matter}”。",
            f"{guess}请核对编号，或删去这一项。",
        )


def _unknown_terms(
    words: Words, good: Collection[Entry], vocabulary: Vocabulary
) -> Iterator[Problem]:
    text = vocabulary.text()
    guesses = _GUESSES
    for entry in good:
        if entry.key != "means" or entry.folded in text:
            continue
        near = vocabulary.nearest(entry.text) if guesses else ""
        guesses = max(guesses - 1, 0)
        guess = f"最接近的名称是“{near}”。" if near else ""
        yield at_entry(
            words,
            entry,
            "unknown-term",
            f"清单里没有哪个事项用“{entry.text}”这个词，写了也搜不到。",
            f"{guess}请写名称、大白话、别的说法或说明里有的词。",
        )
