"""The records of the content other than items: office files and list headers."""

from generator.model.change_records import CHANGE, CHANGE_VERBS, REASONS, SUCCESSOR
from generator.model.header_records import (
    APPLIES_TO,
    APPROVAL,
    CORRECTION,
    DECLINED,
    DOCUMENT,
    HEADER,
)
from generator.model.office_records import COMMUNITY, HOURS, NAME_POLICIES, OFFICE
from generator.model.unit_records import PHONE, PHONE_KINDS, POST, UNIT, UNIT_TYPES

__all__ = [
    "APPLIES_TO",
    "APPROVAL",
    "CHANGE",
    "CHANGE_VERBS",
    "COMMUNITY",
    "CORRECTION",
    "DECLINED",
    "DOCUMENT",
    "HEADER",
    "HOURS",
    "NAME_POLICIES",
    "OFFICE",
    "PHONE",
    "PHONE_KINDS",
    "POST",
    "REASONS",
    "SUCCESSOR",
    "UNIT",
    "UNIT_TYPES",
]
