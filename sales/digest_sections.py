"""What a digest tells besides what needs the reader: sections that everybody turns on or off for themselves."""

from enum import StrEnum

from sales.care.habits import Habits


class Section(StrEnum):
    """A part of the digest; one that is turned off is not even read."""

    MONEY = "money"
    COMPLAINTS = "complaints"
    CUSTOMERS = "customers"
    FEEDBACK = "feedback"
    TARGETS = "targets"


def name_of(section: Section) -> str:
    """Under which name it is kept whether the section is wanted, beside the kinds of reminders."""
    return f"digest_tells_{section}"


def tells(habits: Habits, section: Section) -> bool:
    return habits.kinds.get(name_of(section), True)


def sections_of(habits: Habits) -> frozenset[Section]:
    return frozenset(section for section in Section if tells(habits, section))
