"""The commands with what they do: the menu beside the text field, and the help."""

from collections.abc import Iterable

from sales.actions import role_allows
from sales.cards import Card
from sales.commands import COMMANDS as RULES
from sales.people import Role
from wording.catalogue import catalogue, sentence
from wording.layout import lay_out
from wording.voice import Voice

_COMMANDS = {
    "today": sentence("What is due today"),
    "agenda": sentence("What is due: /agenda tomorrow"),
    "report": sentence("My report: /report week"),
    "plan": sentence("Whom to visit: /plan next week"),
    "digest": sentence("What the team did: /digest last week"),
    "week": sentence("What is planned this week"),
    "visit": sentence("Tell of a visit, step by step"),
    "feedback": sentence("Pass on what a customer said"),
    "complaint": sentence("Report a complaint"),
    "followup": sentence("Plan what is to be done"),
    "complaints": sentence("Complaints that are open"),
    "reminders": sentence("What is coming, and pauses: /reminders Acme"),
    "customers": sentence("My customers"),
    "customer": sentence("A customer's card: /customer Acme"),
    "segment": sentence("Pick customers: /segment class A not visited this month"),
    "ask": sentence("Ask the book: /ask visits by rep last week"),
    "deals": sentence("Deals that may come"),
    "foresight": sentence("How good the alerts are"),
    "slipping": sentence("Customers who have gone quiet"),
    "fields": sentence("Your own fields on the cards"),
    "cards": sentence("How complete the cards are"),
    "invite": sentence("Invite somebody"),
    "leave": sentence("Say when you are away: /leave 1-5 May"),
    "map": sentence("Who bought how recently, how often, for how much"),
    "audit": sentence("Who did what: /audit Anna, /audit Acme"),
    "handover": sentence("Hand customers over: /handover Anna to Ben"),
    "pool": sentence("Customers without owner"),
    "claim": sentence("Take one from the pool: /claim Acme"),
    "merge": sentence("Make one of two: /merge Acme, Acme Ltd"),
    "merges": sentence("Merges that can be undone"),
    "setup": sentence("How the company works: hours, classes, pool"),
    "rates": sentence("What other currencies are worth: /rates USD 7.12"),
    "privacy": sentence("All about a person: /privacy Sarah Lee"),
    "import": sentence("Read a list of customers in"),
    "export": sentence("Take my customers along as a file"),
    "teams": sentence("The teams and their people"),
    "decisions": sentence("What waits for my decision"),
    "page": sentence("All of this on a page in the browser"),
    "review": sentence("Look this week's cards over"),
    "tell": sentence("Tell the whole team something: /tell East: we close at four"),
    "targets": sentence("What each rep is to reach: /targets Anna visits 40 a month"),
    "me": sentence("How I stand this month"),
    "language": sentence("Change the language"),
    "timezone": sentence("Change the time zone"),
    "hours": sentence("Your hours, quiet times and reminders"),
    "calendar": sentence("My plans and birthdays in my phone's calendar"),
    "questions": sentence("Questions about missing facts, on or off"),
    "cancel": sentence("Stop the open question"),
    "help": sentence("What I can do"),
    "start": sentence("Sign in with an invitation"),
}
# Everybody on the menu is signed in; a deep link sends /start by itself.
_NOT_ON_THE_MENU = frozenset({"start"})
COMMANDS = tuple(_COMMANDS)


def menu(roles: Iterable[Role], language: str) -> tuple[tuple[str, str], ...]:
    """Commands and their descriptions for somebody with these roles."""
    words = catalogue(language)
    return tuple((name, words.gettext(_COMMANDS[name])) for name in _usable(roles) if name not in _NOT_ON_THE_MENU)


def _usable(roles: Iterable[Role]) -> list[str]:
    held = frozenset(roles)
    return [name for name in _COMMANDS if role_allows(RULES[name].right, held)]


def help_card(roles: Iterable[Role], voice: Voice) -> Card:
    """What can be said, by example, and the commands of these roles."""
    told = voice.say(
        "Just tell me what happened, for example:\n"
        "“Visited Acme yesterday, met S. Lee, they find it pricey, send a new quote on Friday.”\n"
        "I show what I understood; tap Fix or Undo if I am wrong.\n"
        "Answer a reminder in your own words, and I log it.\n"
        "Edit your message, and I correct the record."
    )
    return lay_out([*told.splitlines(), *(f"/{name} – {does}" for name, does in menu(roles, voice.language))])
