"""What is said when something was done about feedback."""

from enum import StrEnum

from wording.catalogue import sentence


class ThemeSaid(StrEnum):
    """Sentences about feedback and what was done about it."""

    WRITE = sentence(
        "What was done about it: %(what)s?\n"
        "Write it in a sentence; whoever looks after those who asked hears of it, with words for the customer."
    )
    NOBODY = sentence("Nobody’s customers asked for that, so there is nobody to tell.\nNothing was stored.")
    TOO_LONG = sentence("That is too long to pass on.\nPlease write it in a sentence or two.")
