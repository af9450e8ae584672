"""/fields: an admin adds fields to the cards in words, and takes them out of use."""

from dataclasses import dataclass, replace
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from sales.fields import FieldKind
from sales.people import Role
from storage.cards import custom_fields
from storage.company import asked
from storage.company.audit import Subject, note
from wording.field_kinds import kind_named
from wording.field_words import LABELS
from wording.sentences import Said, Toast
from wording.wild_text import NAME, short, tame

LONGEST_LABEL = 40
LONGEST_CHOICE = 40
MOST_CHOICES = 12
MOST_FIELDS = 12


@dataclass(frozen=True, slots=True)
class Wish:
    """A field that an admin wants: "Fleet size: number", "Tier: gold, silver"."""

    label: str
    kind: FieldKind
    choices: tuple[str, ...] = ()


def read_wish(text: str) -> Wish | Said:
    """The field that the words ask for, or what is wrong with them."""
    label, _, kind = (part.strip() for part in tame(text).replace("：", ":").partition(":"))
    if not label or not kind:
        return Said.FIELD_HOW
    if len(label) > LONGEST_LABEL:
        return Said.FIELD_LONG_NAME
    known = kind_named(kind)
    if known is not None:
        return Wish(label, known)
    choices = tuple(dict.fromkeys(choice.strip() for choice in kind.replace("，", ",").replace("、", ",").split(",")))
    given = tuple(filter(None, choices))
    if not 2 <= len(given) <= MOST_CHOICES or max(map(len, given)) > LONGEST_CHOICE:  # noqa: PLR2004 - of one nobody can choose
        return Said.FIELD_HOW
    return Wish(label, FieldKind.CHOICE, given)


def fields(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    """/fields alone lists them and waits for a new one; with words it adds one."""
    if rest.strip():
        return _add(desk, rest)
    ask = partial(asked.ask, member=desk.member.id, what=asked.What.FIELD, now=desk.now)
    return Outcome((ask,), (desk.reply("own_fields", {}),))


def written(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """The field that /fields waits for; None: the words tell of something else."""
    if Role.ADMIN not in desk.member.roles or (isinstance(read_wish(text), Said) and prepared.tells):
        return None
    return _add(desk, text)


def _add(desk: Desk, text: str) -> Outcome:
    wish = read_wish(text)
    if isinstance(wish, Said):
        return desk.say(wish, most=LONGEST_LABEL) if wish is Said.FIELD_LONG_NAME else desk.say(wish)
    there = custom_fields.custom_fields(desk.session)
    ours = {desk.voice.say(label).casefold() for label in LABELS.values()}
    if wish.label.casefold() in ours or custom_fields.name_of(wish.label) in {field.name for field in there}:
        return desk.say(Said.FIELD_THERE, name=short(wish.label, NAME))
    if len(there) >= MOST_FIELDS:
        return desk.say(Said.FIELD_TOO_MANY, most=MOST_FIELDS)
    add = partial(custom_fields.add_field, label=wish.label, kind=wish.kind, choices=wish.choices)
    settled = partial(asked.settle, member=desk.member.id)
    noted = partial(note, action="field.added", subject=Subject("field"), by=desk.hand, words=wish.label)
    return Outcome((add, noted, settled), (desk.reply("own_fields", {}),))


def retire_field(desk: Desk, args: Args) -> Outcome:
    """Take a field off the cards; adding it again brings back what was filled in."""
    there = custom_fields.custom_fields(desk.session)
    place = int(args["place"])
    if place >= len(there) or not there[place].name.startswith(str(args["name"]).rstrip("…")):
        return desk.toast(Toast.GONE)
    retire = partial(custom_fields.retire_field, name=there[place].name)
    noted = partial(note, action="field.retired", subject=Subject("field"), by=desk.hand, words=there[place].label)
    shown = desk.reply("own_fields", {}, edits=desk.pressed)
    return replace(desk.toast(Toast.CHANGED), changes=(retire, noted), messages=(shown,))
