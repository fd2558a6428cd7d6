"""Page record of the correction log (纠错记录), newest first."""

from dataclasses import dataclass

from generator.site_model.parts import Head, Link


@dataclass(frozen=True, slots=True)
class CorrectionCard:
    """One report and what came of it; without `done` it is still open.

    `tone` of the answer is fixed, partly, kept or open; `about` has the street in its
    note, `took` the days in words.
    """

    anchor: str
    about: Link
    answer: str
    tone: str
    received: str
    wrong: str
    action: str
    done: str
    took: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """The log, with its numbers as facts: (label, text, empty address)."""

    head: Head
    title: str
    numbers: tuple[tuple[str, str, str], ...]
    cards: tuple[CorrectionCard, ...]
