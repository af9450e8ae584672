"""What is said in a team's group, and about it."""

from enum import StrEnum

from wording.catalogue import sentence


class GroupSaid(StrEnum):
    """Sentences in groups."""

    ADDED = sentence("Here I am.\nWhoever leads the team may say /digest here, and its digest comes here each evening.")
    NOT_OURS = sentence("I work for one company's teams and know nobody here.\nPlease take me out of this group.")
    NOT_YOU = sentence(
        "I only know the people of the company that I work for.\nWhoever leads a team there may say that."
    )
    HOW = sentence("In a group I only tell the digest of a team: /digest here, and /digest off ends it.")
    COMES = sentence(
        "✓ The digest of %(team)s comes here at %(time)s on working days.\n"
        "It has the team's totals only: no customers, no sums, no names. /digest off ends it."
    )
    ENDS = sentence("✓ No digest comes here any more.\n/digest here brings it back.")
    NONE_HERE = sentence("No digest comes here.\nWhoever leads the team may say /digest here.")
    NO_TEAM = sentence("You lead no team yet.\nAn administrator can put you in charge of one with /teams.")
    NOT_LED = sentence("You do not lead that team.\nPlease ask whoever does.")
    SAY_THERE = sentence("Please say that in the group of your team.\nAdd me there first, then write /digest here.")
