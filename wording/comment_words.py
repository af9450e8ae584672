"""What is said when colleagues ask each other about an entry."""

from enum import StrEnum

from wording.catalogue import sentence


class CommentSaid(StrEnum):
    """Sentences about comments."""

    WRITE = sentence("What shall I pass on to %(name)s?\nJust write it.")
    TOLD = sentence("✓ %(name)s is told; the answer comes back here.")
    ASSIGN = sentence("What is %(name)s to do at %(customer)s?\nJust write it, with the day.")
    PASSED_ON = sentence("✓ %(name)s is told.")
    THANKED = sentence("%(name)s hears of it.")
    THANKED_ALREADY = sentence("%(name)s has your thanks for this already.")
    GONE = sentence("There is nobody I could pass that on to.\nPlease write to your colleague yourself.")
