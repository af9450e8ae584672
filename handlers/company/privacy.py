"""/privacy: an admin hands out or erases all that is on record about a person."""

from dataclasses import replace
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Outcome
from handlers.prepared import Prepared
from handlers.reader import Facts as Laid
from handlers.reader import Reader
from sales.cards import Card, File
from sales.privacy_views import PersonFound, Stage
from storage.company.audit import Subject, note
from storage.importing import papers_kept
from storage.privacy import errands
from storage.privacy.all_about import owned_by
from storage.privacy.finding import known
from storage.privacy.persons import Who
from wording.cards import privacy as privacy_card
from wording.sentences import Said, Toast


def privacy(desk: Desk, name: str, prepared: Prepared) -> Outcome:
    """The person of that name, or those among whom to choose, as they were found before."""
    if not name.strip():
        return desk.say(Said.PRIVACY_HOW)
    found = prepared.found
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
    """The file is made apart from the chat."""
    who, key = _meant(args)
    noted = partial(note, action="person.exported", subject=Subject(who, key), by=desk.hand)
    return Outcome((noted, _errand(desk, errands.EXPORT, args)), toast=desk.voice.say(Toast.COMES))


def erase_one(desk: Desk, args: Args) -> Outcome:
    """Every table is looked through, which would keep everybody else waiting; so that is a job."""
    if _meant(args) == (Who.MEMBER, desk.member.id):
        return desk.toast(Toast.NOT_YOURSELF)
    shown = _shown(desk, args, Stage.WORKING)
    return replace(shown, changes=(_errand(desk, errands.ERASE, args),)) if shown.messages else shown


def _errand(desk: Desk, kind: str, args: Args) -> Change:
    who, key = _meant(args)
    wish = errands.Wish(who, key, desk.member.id, desk.heard.chat.id, desk.pressed or "")
    return partial(errands.send, kind=kind, wish=wish, arrival=desk.heard.arrival, now=desk.now)


def _shown(desk: Desk, args: Args, stage: Stage) -> Outcome:
    found = known(desk.session, *_meant(args))
    if found is None:
        return desk.toast(Toast.GONE)
    rows = int(args["rows"]) if "rows" in args else None
    view = replace(found, rows=rows, shared=bool(args.get("shared")))
    return Outcome(messages=(desk.reply("privacy", _facts(view, stage), edits=desk.pressed),))


def _meant(args: Args) -> tuple[Who, int]:
    return Who(str(args["who"])), int(args["id"])


def _facts(found: PersonFound, stage: Stage) -> Facts:
    """No name: what lies in the outbox would have to be erased, too."""
    return {"who": found.who, "id": found.id, "stage": stage, "rows": found.rows, "shared": int(found.shared)}


def laid_out(reader: Reader, facts: Laid) -> Card | None:
    found, stage = known(reader.session, Who(facts["who"]), int(facts["id"])), Stage(facts["stage"])
    if found is None:
        return None
    owns = owned_by(reader.session, found.id) if found.who == Who.MEMBER and stage is Stage.SURE else 0
    view = replace(found, rows=facts.get("rows"), shared=bool(facts.get("shared")), owns=owns, stage=stage)
    return privacy_card.privacy(view, reader.voice)


def laid_out_list(reader: Reader, facts: Laid) -> Card:
    keys = (one.split(":") for one in str(facts["people"]).split())
    found = (known(reader.session, Who(who), int(key)) for who, key in keys)
    return privacy_card.privacy_list([replace(one, shared=True) for one in found if one], reader.voice)


def laid_out_export(reader: Reader, facts: Laid) -> Card | None:
    """None once the file is no longer kept."""
    found = known(reader.session, Who(facts["who"]), int(facts["id"]))
    kept = papers_kept.find(reader.session, str(facts["paper"]))
    if found is None or kept is None:
        return None
    return replace(privacy_card.person_export(found, reader.voice), file=File(kept.name, kept.content))
