"""What an event of the audit trail changed, as people read it: fields, choices and days instead of their names."""

import json
import re
from datetime import date

from sales.fields import FIELDS, RATED, FieldKind
from sales.people import Role
from wording.cards.scores.rating_questions import asked_label
from wording.catalogue import sentence
from wording.deal_words import REASONS, SOURCES, STAGES
from wording.field_values import value_words
from wording.field_words import label_of
from wording.terms import ROLES
from wording.voice import Voice

_CHANGED = re.compile(r"(?P<name>\w+): (?:(?P<old>.*) → (?P<new>.*)|(?P<sign>[+-]) (?P<one>.*))", re.DOTALL)
_SETTING = re.compile(r"(?P<name>\w+): (?P<value>.*)", re.DOTALL)
_COUNT = re.compile(r"(?P<name>[a-z_]+) (?P<count>\d+)")
_READ = re.compile(r"(?P<kind>\w+): (?P<file>.*), (?P<new>\d+) new, (?P<known>\d+) known", re.DOTALL)
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_NOTHING = "–"
_NAMES = {
    "alias": sentence("Other names"),
    "collision_shows_owner": sentence("Owner's name"),
    "company": sentence("Company"),
    "currency": sentence("Currency"),
    "hours": sentence("Working hours"),
    "cadence": sentence("Visits"),
    "pool": sentence("Back to the pool"),
    "escalation": sentence("Complaints go up"),
    "gift": sentence("Birthday gifts"),
    "ahead": sentence("Looks ahead"),
    "alerts_a_day": sentence("Slipping, a day"),
    "class_shares": sentence("Classes A, B"),
    "clocks": sentence("Complaint clocks"),
    "rating_weights": sentence("Rating weights"),
    "look_ups_a_day": sentence("Cards a day"),
    "customers": sentence("Customers"),
    "contacts": sentence("Contacts"),
    "entries": sentence("Entries"),
    "follow_ups": sentence("Follow-ups"),
    "stage": sentence("Stage"),
    "source": sentence("Source"),
    "day": sentence("Expected"),
    "won": sentence("Won"),
    "lost": sentence("Lost"),
}
_CHOSEN: dict[str, str] = {
    **{stage.value: said for stage, said in STAGES.items()},
    **{source.value: said for source, said in SOURCES.items()},
    **{reason.value: said for reason, said in REASONS.items()},
}
_ROLES = {role.value: said for role, said in ROLES.items() if role in Role}


def told(action: str, words: str, voice: Voice) -> str:
    """The words kept with an event, whatever they are, with the days in them as everybody writes days."""
    said = _SAID[action](words, voice) if action in _SAID else words
    return _DAY.sub(lambda found: _day(found[0], voice), said)


def _day(written: str, voice: Voice) -> str:
    try:
        return voice.day(date.fromisoformat(written))
    except ValueError:
        return written


def _changed(words: str, voice: Voice) -> str:
    found = _CHANGED.fullmatch(words)
    if not found:
        return words
    name = found["name"]
    if found["sign"]:
        return voice.labelled(_label(name, voice), f"{found['sign']} {_value(name, found['one'], voice)}")
    old, new = (_value(name, value, voice) for value in (found["old"], found["new"]))
    return voice.labelled(_label(name, voice), f"{old} → {new}" if found["old"] else new)


def _label(name: str, voice: Voice) -> str:
    if name in FIELDS:
        return label_of(FIELDS[name], voice)
    if name in RATED:
        return voice.labelled(voice.say("Rating"), asked_label(name, voice))
    return voice.say(_NAMES[name]) if name in _NAMES else name


def _value(name: str, value: str, voice: Voice) -> str:
    """Another customer is kept by its number, which tells nobody anything."""
    field = FIELDS.get(name)
    if not value or (field and field.kind is FieldKind.CUSTOMER and value.isdigit()):
        return _NOTHING if not value else "…"
    return value_words(field, value, voice) if field else value


def _setting(words: str, voice: Voice) -> str:
    found = _SETTING.fullmatch(words)
    if not found:
        return words
    try:
        value = json.loads(found["value"])
    except ValueError:
        value = found["value"]
    plain = value if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return voice.labelled(_label(found["name"], voice), str(plain))


def _counts(words: str, voice: Voice) -> str:
    """How much of each was taken: customers 3, follow_ups 8."""
    return voice.join(voice.labelled(_label(found["name"], voice), found["count"]) for found in _COUNT.finditer(words))


def _deal(words: str, voice: Voice) -> str:
    name, _, value = words.partition(": ")
    said = voice.say(_CHOSEN[value]) if value in _CHOSEN else value
    return voice.labelled(_label(name, voice), said) if value else _label(name, voice)


def _role(words: str, voice: Voice) -> str:
    """Anna Lee, rep."""
    name, _, role = words.rpartition(", ")
    return voice.join([name, voice.say(_ROLES[role])]) if role in _ROLES else words


def _read(words: str, voice: Voice) -> str:
    found = _READ.fullmatch(words)
    if not found:
        return words
    counts = voice.say("%(new)s new, %(known)s known", new=found["new"], known=found["known"])
    return voice.join([found["file"], counts])


_SAID = {
    "customer.changed": _changed,
    "contact.changed": _changed,
    "setting.changed": _setting,
    "export.made": _counts,
    "deal.changed": _deal,
    "invitation.made": _role,
    "member.joined": _role,
    "import.made": _read,
}
