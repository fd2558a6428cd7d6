"""The correction log (content/corrections.yml) to Corrections."""

from datetime import date

from generator.loading.nodes import Node
from generator.loading.reading import Reading
from generator.loading.records import by_name, read_record
from generator.model.corrections import CORRECTIONS, Correction
from generator.model.fields import Record, records_of, text_of


def read_corrections(reading: Reading, root: Node) -> tuple[Correction, ...]:
    """Read the file, in its order; an entry without a day of receipt is left out."""
    record = read_record(reading, root, by_name(CORRECTIONS), "纠错记录")
    if record is None:
        return ()
    entries = records_of(record, "corrections")
    return tuple(_entry(one) for one in entries if text_of(one, "received"))


def _entry(record: Record) -> Correction:
    done = text_of(record, "done")
    return Correction(
        received=date.fromisoformat(text_of(record, "received")),
        about=text_of(record, "about"),
        wrong=text_of(record, "wrong"),
        done=date.fromisoformat(done) if done else None,
        answer=text_of(record, "answer"),
        action=text_of(record, "action"),
        record=record,
    )
