"""/privacy: an admin hands out or erases all that is on record about a person."""

import json
from dataclasses import replace
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Facts, Outcome
from handlers.reader import Facts as Laid
from handlers.reader import Reader
from sales.cards import Card, File
from sales.hands import Hand
from sales.privacy_views import PersonFound, Stage
from storage.company.audit import Subject, note
from storage.privacy.all_about import all_about, owned_by
from storage.privacy.erasing import erase
from storage.privacy.persons import Person, Who, person, persons_named
from storage.store import Session
from wording.cards import privacy as privacy_card
from wording.sentences import Said, Toast

_MOST = 16
# What carried it here and there, and says nothing that the records do not say.
_PASSING = frozenset({"inbox", "outbox", "button", "event", "event_detail", "draft"})


def privacy(desk: Desk, name: str) -> Outcome:
    """The person of that name, or those among whom to choose."""
    if not name.strip():
        return desk.say(Said.PRIVACY_HOW)
    found = persons_named(desk.session, name)[:_MOST]
    if not found:
        return desk.say(Said.PRIVACY_NOBODY)
    if len(found) == 1:
        return Outcome(messages=(desk.reply("privacy", _facts(found[0], Stage.FOUND)),))
    people = " ".join(f"{one.who}:{one.id}" for one in found)
    return Outcome(messages=(desk.reply("privacy_list", {"people": people}),))


def open_one(desk: Desk, args: Args) -> Outcome:
    return _shown(desk, args, Stage.FOUND)


def ask(desk: Desk, args: Args) -> Outcome:
    """Nothing is erased by one tap."""
    if _meant(args) == (Who.MEMBER, desk.member.id):
        return desk.toast(Toast.NOT_YOURSELF)
    return _shown(desk, args, Stage.SURE)


def export(desk: Desk, args: Args) -> Outcome:
    who, key = _meant(args)
    noted = partial(note, action="person.exported", subject=Subject(who, key), by=_hand(desk))
    return Outcome((noted,), (desk.reply("person_export", {"who": who, "id": key}),))


def erase_one(desk: Desk, args: Args) -> Outcome:
    who, key = _meant(args)
    if (who, key) == (Who.MEMBER, desk.member.id):
        return desk.toast(Toast.NOT_YOURSELF)
    change = partial(_erase, who=who, key=key, by=_hand(desk))
    return replace(_shown(desk, args, Stage.ERASED), changes=(change,))


def _erase(session: Session, *, who: Who, key: int, by: Hand) -> None:
    found = person(session, who, key)
    if found is not None:
        erase(session, found, by=by)


def _shown(desk: Desk, args: Args, stage: Stage) -> Outcome:
    who, key = _meant(args)
    found = person(desk.session, who, key)
    if found is None:
        return desk.toast(Toast.GONE)
    return Outcome(messages=(desk.reply("privacy", _facts(found, stage), edits=desk.pressed),))


def _meant(args: Args) -> tuple[Who, int]:
    return Who(str(args["who"])), int(args["id"])


def _hand(desk: Desk) -> Hand:
    return Hand(desk.member.id, desk.now)


def _facts(found: Person, stage: Stage) -> Facts:
    """No name: what lies in the outbox would have to be erased, too."""
    return {"who": found.who, "id": found.id, "stage": stage}


def laid_out(reader: Reader, facts: Laid) -> Card | None:
    found = person(reader.session, Who(facts["who"]), int(facts["id"]))
    return privacy_card.privacy(_view(reader.session, found, Stage(facts["stage"])), reader.voice) if found else None


def laid_out_list(reader: Reader, facts: Laid) -> Card:
    keys = (one.split(":") for one in str(facts["people"]).split())
    found = (person(reader.session, Who(who), int(key)) for who, key in keys)
    return privacy_card.privacy_list([_name_only(one) for one in found if one], reader.voice)


def laid_out_export(reader: Reader, facts: Laid) -> Card | None:
    """The file is made when it is sent, and kept nowhere."""
    found = person(reader.session, Who(facts["who"]), int(facts["id"]))
    if found is None:
        return None
    rows = json.dumps(all_about(reader.session, found), ensure_ascii=False, indent=1)
    card = privacy_card.person_export(_view(reader.session, found, Stage.FOUND), reader.voice)
    return replace(card, file=File(f"{found.stand_in}.json", rows.encode()))


def _name_only(found: Person) -> PersonFound:
    return PersonFound(found.who, found.id, found.name, found.stand_in, found.at)


def _view(session: Session, found: Person, stage: Stage) -> PersonFound:
    if stage is Stage.ERASED:
        return replace(_name_only(found), stage=stage)
    rows = sum(len(rows) for table, rows in all_about(session, found).items() if table not in _PASSING)
    owns = owned_by(session, found.id) if found.who is Who.MEMBER else 0
    return replace(_name_only(found), rows=rows, shared=found.shared, owns=owns, stage=stage)
