"""/setup: what a company decides: six things asked one at a time, by button or in words, and some to be changed."""

from functools import partial

from pydantic import JsonValue

from handlers.company.setup_values import setup_value
from handlers.desk import Args, Desk
from handlers.outcome import Change, Outcome
from sales.company_settings import ASKED, Preset, Step
from sales.fields import GRADES
from sales.people import Role
from sales.scores.rating import Criterion
from storage.company import asked, company_settings
from storage.company.asked import What
from storage.company.company_settings import choose_preset, pass_step, set_company
from storage.company.team_changes import name_company
from storage.figures.rates import reporting_currency
from storage.foresight.errands import recount
from wording.cards.setup import BY_ZONE, NOT_READ, YES, preset_named
from wording.sentences import Toast

PRESET = "preset"
CHANGE = "change"


def setup(desk: Desk) -> Outcome:
    """Ask the first thing that is open, or show what is set."""
    started = company_settings.preset(desk.session) or company_settings.seen(desk.session)
    return _ask(desk, _next(desk) if started else PRESET)


def answered(desk: Desk, text: str) -> Outcome:
    """Words that answer the open question."""
    about = asked.asked_about(desk.session, member=desk.member.id)
    if about == PRESET:
        chosen = preset_named(text)
        return _chosen(desk, chosen) if chosen else desk.say(NOT_READ[PRESET])
    value = setup_value(Step(about), text)
    return _set(desk, Step(about), value) if value else desk.say(NOT_READ[about])


def fits(desk: Desk, text: str) -> bool:
    """Whether words are an answer to the open question."""
    about = asked.asked_about(desk.session, member=desk.member.id)
    if Role.ADMIN not in desk.member.roles:
        return False
    if about == PRESET:
        return preset_named(text) is not None
    return about in list(Step) and about != Step.COMPANY and setup_value(Step(about), text) is not None


def preset(desk: Desk, args: Args) -> Outcome:
    """The kind of company was tapped, or none of them."""
    named = str(args["preset"])
    return _chosen(desk, Preset(named) if named else None)


def _chosen(desk: Desk, chosen: Preset | None) -> Outcome:
    change = (partial(choose_preset, chosen=chosen),) if chosen else ()
    return _ask(desk, _next(desk), *change)


def set_value(desk: Desk, args: Args) -> Outcome:
    """A value was tapped."""
    step = Step(str(args["step"]))
    value = setup_value(step, str(args["value"]))
    return _set(desk, step, value) if value else desk.toast(Toast.GONE)


def skip(desk: Desk, args: Args) -> Outcome:
    """Leave it as it is."""
    return _passed(desk, Step(str(args["step"])))


def step(desk: Desk, args: Args) -> Outcome:
    """Change this one."""
    return _ask(desk, str(args["step"]))


def change(desk: Desk, args: Args) -> Outcome:
    """Ask which one shall be changed."""
    return _ask(desk, CHANGE)


def _set(desk: Desk, step: Step, value: str) -> Outcome:
    hand = desk.hand
    if step is Step.COMPANY:
        zone, _, name = value.partition("|")
        return _passed(desk, step, partial(name_company, name=name, zone=zone, by=hand))
    change = partial(set_company, name=step.value, value=_stored(step, value), by=hand)
    if step is Step.CURRENCY and value != reporting_currency(desk.session):
        return _passed(desk, step, change, partial(recount, now=desk.now))
    return _passed(desk, step, change)


def _stored(step: Step, value: str) -> JsonValue:
    """As sales.company_settings reads it."""
    match step:
        case Step.CADENCE | Step.POOL | Step.GIFT | Step.AHEAD | Step.CLOCKS | Step.WEIGHTS:
            numbers = () if value == "never" else map(int, value.split())
            return dict(zip(Criterion if step is Step.WEIGHTS else GRADES, numbers, strict=False))
        case Step.ESCALATION | Step.LOOK_UPS | Step.ALERTS:
            return int(value)
        case Step.SHARES:
            return [int(share) for share in value.split()]
        case Step.OWNER:
            return value == YES
        case Step.REGION:
            return None if value == BY_ZONE else value
        case _:
            return value


def _passed(desk: Desk, step: Step, *changes: Change) -> Outcome:
    return _ask(desk, _next(desk, step), *changes, partial(pass_step, step=step))


def _next(desk: Desk, just: Step | None = None) -> str:
    """The first step that nobody has answered or skipped; "" is the summary."""
    passed = {*company_settings.seen(desk.session), just}
    return next((one.value for one in ASKED if one not in passed), "")


def _ask(desk: Desk, asks: str, *changes: Change) -> Outcome:
    waits = asks not in ("", CHANGE)
    question = (
        partial(asked.ask, member=desk.member.id, what=What.SETUP, now=desk.now, about=asks)
        if waits
        else partial(asked.settle, member=desk.member.id)
    )
    facts = {"asks": asks, "currency": desk.house.currency}
    return Outcome((*changes, question), (desk.reply("setup", facts, edits=desk.pressed),))
