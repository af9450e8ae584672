"""What is said when a manager tells a whole team something."""

from enum import StrEnum

from wording.catalogue import sentence


class BroadcastSaid(StrEnum):
    """Sentences about words to a team."""

    WRITE = sentence("What shall I tell the team?\nJust write it; you see it before it goes out.")
    LONG = sentence("That is too long by %(over)s characters.\nPlease shorten it and send it again.")
    NO_TEAM = sentence("You lead no team yet.\nAn administrator makes managers with /teams.")
    NOBODY = sentence("Nobody there can be told yet.")
    SENT = sentence("On its way to %(count)s.")
    READ = sentence("%(name)s sees that you read it.")
    REMINDED = sentence("They are told once more.")
    ANSWERED = sentence("%(name)s on what you told %(team)s:")
    PASSED_ON = sentence("✓ %(name)s is told.")
