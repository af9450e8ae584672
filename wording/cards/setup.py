"""The questions of /setup with their usual answers, and the summary of what a company has decided."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from sales.cards import Button, Card, Row
from sales.company_settings import ASKED, PRESETS, Days, Preset, SetupCard, Step, by_class, hours_text
from sales.fields import GRADES
from sales.phones import calling_code
from sales.scores.rating import USUAL, Criterion, read_weights
from wording.cards.scores.rating import weights_words
from wording.cards.settings import country_name, zone_name
from wording.catalogue import LANGUAGES, catalogue, sentence
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, short

_PRESETS = {
    Preset.DISTRIBUTOR: sentence("Distributor"),
    Preset.SERVICES: sentence("Services"),
    Preset.RETAIL: sentence("Retail"),
}
_LABELS = {
    Step.COMPANY: sentence("Company"),
    Step.CURRENCY: sentence("Currency"),
    Step.HOURS: sentence("Working hours"),
    Step.CADENCE: sentence("Visits"),
    Step.POOL: sentence("Back to the pool"),
    Step.ESCALATION: sentence("Complaints go up"),
    Step.REGION: sentence("Phone numbers"),
    Step.OWNER: sentence("Owner's name"),
    Step.LOOK_UPS: sentence("Cards a day"),
    Step.GIFT: sentence("Birthday gifts"),
    Step.AHEAD: sentence("Looks ahead"),
    Step.ALERTS: sentence("Slipping, a day"),
    Step.SHARES: sentence("Classes A, B"),
    Step.CLOCKS: sentence("Complaint clocks"),
    Step.WEIGHTS: sentence("Rating weights"),
}
_QUESTIONS = {
    Step.COMPANY: sentence(
        "What is the company called, and where is it?\nTap a place or write both: Acme Ltd, Shanghai"
    ),
    Step.CURRENCY: sentence("In which currency do you count?\nTap it or write its code, for example THB."),
    Step.HOURS: sentence("When do you work?\nTap the hours or write them like 8:30-17:30."),
    Step.CADENCE: sentence(
        "Every how many days is a customer to be seen, by class?\nTap or write three numbers: 14 30 90"
    ),
    Step.POOL: sentence(
        "After how many days without contact does a customer go back to the pool, by class?\n"
        "Owners are warned a week before. Tap or write three numbers: 90 120 180"
    ),
    Step.ESCALATION: sentence(
        "After how many hours does a complaint that nobody answered go up?\nTap or write a number."
    ),
    Step.REGION: sentence("Of which country is a number that is written without one?\nTap it or write its name."),
    Step.OWNER: sentence(
        "Somebody claims a customer who is another's: do they learn whose it is?\nThe manager knows in any case."
    ),
    Step.LOOK_UPS: sentence(
        "How many different customers may somebody open on a day?\nTheir manager is told when it was not enough."
    ),
    Step.GIFT: sentence(
        "How many days before a birthday is a gift thought of, by class?\nTap or write three numbers: 7 3 3"
    ),
    Step.AHEAD: sentence(
        "Within how many days is an order to be expected from a customer who is not slipping away, by class?\n"
        "Tap or write three numbers: 30 60 90"
    ),
    Step.ALERTS: sentence(
        "Of how many customers who slip away does an owner hear a day, at most?\nTap or write a number."
    ),
    Step.SHARES: sentence(
        "Up to what share of all purchases are customers A, and A or B?\nTap or write two numbers: 80 95"
    ),
    Step.CLOCKS: sentence(
        "How much of the usual time may a complaint wait, by class, in per cent?\n"
        "Tap or write three numbers: 50 100 150"
    ),
    Step.WEIGHTS: sentence(
        "How much does each criterion count in a customer's rating?\n"
        "Tap, or write eight numbers up to 100 in the order below."
    ),
}
NOT_READ = {
    "preset": sentence("I don't know that kind of company.\nPlease tap one, or None of these."),
    Step.COMPANY: sentence("That is no name of at most 60 letters.\nPlease write it like this: Acme Ltd, Shanghai"),
    Step.CURRENCY: sentence("I don't know that currency.\nPlease write its three letters, like EUR."),
    Step.HOURS: sentence(
        "I could not read the hours.\nPlease write them like 9:00-18:00, the end after the beginning."
    ),
    Step.CADENCE: sentence("I need three numbers of days, for A, B and C.\nPlease write them like 14 30 90."),
    Step.POOL: sentence(
        "I need three numbers of days from 14, for A, B and C.\nPlease write them like 90 120 180, or never."
    ),
    Step.ESCALATION: sentence("I need a number of hours from 1 to 240.\nPlease write it like 8."),
    Step.REGION: sentence("I don't know that country.\nPlease tap one, or write its name, like Thailand."),
    Step.OWNER: sentence("Is it yes or no?\nPlease tap one of them."),
    Step.LOOK_UPS: sentence("I need a number of customers from 1.\nPlease write it like 200."),
    Step.GIFT: sentence(
        "I need three numbers of days up to 60, for A, B and C.\nPlease write them like 7 3 3, or never."
    ),
    Step.AHEAD: sentence(
        "I need three numbers of days from 7 to 730, for A, B and C.\nPlease write them like 30 60 90."
    ),
    Step.ALERTS: sentence("I need a number up to 20.\nPlease write it like 2, or never."),
    Step.SHARES: sentence("I need two rising percentages.\nPlease write them like 80 95."),
    Step.CLOCKS: sentence("I need three numbers from 10 to 1000, for A, B and C.\nPlease write them like 50 100 150."),
    Step.WEIGHTS: sentence(
        "I need eight numbers up to 100, not all 0.\nPlease write them like 10 15 10 20 15 10 5 15."
    ),
}
NEVER_WORDS = frozenset({"never", "off", "no", "从不", "不", "不用", "不回", "关"})
YES, NO, BY_ZONE = "yes", "no", "zone"
YES_WORDS = frozenset({"yes", "show", "tell", "是", "是的", "告诉", "显示"})
NO_WORDS = frozenset({"no", "hide", "否", "不", "不告诉", "不显示"})
BY_ZONE_WORDS = frozenset({"zone", "time zone", "时区", "按时区"})
_ZONES = ("Asia/Shanghai", "Asia/Singapore", "Asia/Dubai", "Europe/Berlin", "Europe/London", "America/New_York")
_CURRENCIES = ("CNY", "USD", "EUR", "SGD", "HKD", "GBP", "JPY", "INR")
_HOURS = ("09:00-18:00", "08:30-17:30", "10:00-20:00")
_ESCALATIONS = (4, 8, 24, 48)
_REGIONS = ("CN", "HK", "SG", "DE", "GB", "US", "IN", "JP")
_LOOK_UPS = (50, 100, 200, 500)
_GIFTS = (by_class(3, 3, 3), by_class(7, 3, 3), by_class(14, 7, 3))
_AHEAD = (by_class(60, 60, 60), by_class(30, 60, 90), by_class(90, 90, 180))
_ALERTS = (1, 2, 3, 5)
_SHARES = ((80, 95), (70, 90))
_CLOCKS = (by_class(100, 100, 100), by_class(50, 100, 100), by_class(50, 100, 150))
_WEIGHTS = (
    (sentence("The usual weights"), " ".join(str(USUAL[one]) for one in Criterion)),
    (sentence("All alike"), " ".join("1" for _ in Criterion)),
)
_WIDE = {
    Step.CURRENCY: 4,
    Step.ESCALATION: 4,
    Step.LOOK_UPS: 4,
    Step.ALERTS: 4,
    Step.SHARES: 2,
    Step.COMPANY: 3,
    Step.REGION: 2,
}


def preset_named(words: str) -> Preset | None:
    """The kind of company that somebody writes, in any language."""
    said = words.strip().casefold()
    named = {
        catalogue(language).gettext(name).casefold(): kind for kind, name in _PRESETS.items() for language in LANGUAGES
    }
    return named.get(said)


def setup(view: SetupCard, voice: Voice) -> Card:
    if view.asks == "preset":
        return _preset(voice)
    if view.asks == "change":
        return lay_out([voice.say("What do you want to change?")], *_which(voice))
    if view.asks in list(Step):
        return _question(view, Step(view.asks), voice)
    change = (Button(voice.say("Change"), "setup_change"),)
    return lay_out([voice.say("This is how your company works:"), *_summary(view, voice)], change)


def _preset(voice: Voice) -> Card:
    buttons = tuple(Button(voice.say(name), "setup_preset", {"preset": kind.value}) for kind, name in _PRESETS.items())
    none = (Button(voice.say("None of these"), "setup_preset", {"preset": ""}),)
    lines = [voice.say("What kind of company is it?"), voice.say("Six short questions follow; each can be skipped.")]
    return lay_out(lines, buttons, none)


def _question(view: SetupCard, step: Step, voice: Voice) -> Card:
    place = voice.say(_LABELS[step])
    if step in ASKED:
        place = voice.say("Question %(place)s of %(count)s", place=ASKED.index(step) + 1, count=len(ASKED))
    asks, *more = voice.say(_QUESTIONS[step]).splitlines()
    now = voice.say("Now: %(value)s", value=_value(view, step, voice))
    buttons = [
        Button(label, "setup_set", {"step": step.value, "value": value})
        for label, value in dict.fromkeys(_offers(view, step, voice))
    ]
    skip = (Button(voice.say("Leave it so"), "setup_skip", {"step": step.value}),)
    return lay_out([voice.labelled(place, asks), *more, now], *in_rows(buttons, _WIDE.get(step, 1)), skip)


def _which(voice: Voice) -> tuple[Row, ...]:
    return in_rows([Button(voice.say(label), "setup_step", {"step": step.value}) for step, label in _LABELS.items()], 2)


def _summary(view: SetupCard, voice: Voice) -> Iterator[str]:
    for number, (step, label) in enumerate(_LABELS.items(), 1):
        yield f"{number} {voice.labelled(voice.say(label), _value(view, step, voice))}"


def _value(view: SetupCard, step: Step, voice: Voice) -> str:
    settings = view.settings
    return {
        Step.COMPANY: voice.join([short(view.company, NAME), zone_name(ZoneInfo(view.zone), voice)]),
        Step.CURRENCY: view.currency,
        Step.HOURS: hours_text(settings.opens, settings.closes),
        Step.CADENCE: _days(settings.cadence, voice),
        Step.POOL: _days(settings.pool_after, voice),
        Step.ESCALATION: _after(settings.escalation_hours, voice),
        Step.REGION: _country(settings.region, voice),
        Step.OWNER: _owner(voice, shown=settings.shows_owner),
        Step.LOOK_UPS: str(settings.look_ups_a_day),
        Step.GIFT: _days(settings.gift_days, voice),
        Step.AHEAD: _days(settings.ahead, voice),
        Step.ALERTS: _most(settings.alerts_a_day, voice),
        Step.SHARES: _shared(*settings.class_shares, voice),
        Step.CLOCKS: _clocks(settings.clocks, voice),
        Step.WEIGHTS: weights_words(read_weights(settings.rating_weights), voice),
    }[step]


def _offers(view: SetupCard, step: Step, voice: Voice) -> list[tuple[str, str]]:
    """What can be tapped, label and value: the usual answer of the chosen kind of company comes first."""
    usual = [PRESETS[kind] for kind in sorted(PRESETS, key=lambda kind: kind is not view.preset)]
    hours = hours_text(usual[0].opens, usual[0].closes)
    return {
        Step.COMPANY: [(zone_name(ZoneInfo(key), voice), key) for key in _ZONES],
        Step.CURRENCY: [(code, code) for code in _CURRENCIES],
        Step.HOURS: [(one, one) for one in (hours, *_HOURS)],
        Step.CADENCE: [_offer(one.cadence, voice) for one in usual],
        Step.POOL: [*(_offer(one.pool_after, voice) for one in usual), (voice.say("Never"), "never")],
        Step.ESCALATION: [(_after(one, voice), str(one)) for one in (usual[0].escalation_hours, *_ESCALATIONS)],
        Step.REGION: [*((_country(code, voice), code) for code in _REGIONS), (_country(None, voice), BY_ZONE)],
        Step.OWNER: [(_owner(voice, shown=True), YES), (_owner(voice, shown=False), NO)],
        Step.LOOK_UPS: [(str(one), str(one)) for one in _LOOK_UPS],
        Step.GIFT: [*(_offer(days, voice) for days in _GIFTS), (voice.say("Never"), "never")],
        Step.AHEAD: [_offer(days, voice) for days in _AHEAD],
        Step.ALERTS: [(_most(one, voice), str(one)) for one in (*_ALERTS, 0)],
        Step.SHARES: [(_shared(a, b, voice), f"{a} {b}") for a, b in _SHARES],
        Step.CLOCKS: [(_clocks(one, voice), _offer(one, voice)[1]) for one in _CLOCKS],
        Step.WEIGHTS: [(voice.say(label), weights) for label, weights in _WEIGHTS],
    }[step]


def _offer(days: Days, voice: Voice) -> tuple[str, str]:
    return _days(days, voice), " ".join(str(days[grade]) for grade in GRADES)


def _days(days: Days, voice: Voice) -> str:
    """A 14 days, B 30 days, C 90 days."""
    if not days:
        return voice.say("Never")
    each = (voice.say("%(grade)s %(days)s", grade=grade, days=days[grade]) for grade in GRADES if days.get(grade))
    return voice.say("%(days)s days", days=voice.join(each))


def _most(alerts: int, voice: Voice) -> str:
    return str(alerts) if alerts else voice.say("Never")


def _shared(a: int, b: int, voice: Voice) -> str:
    return voice.say("A to %(a)s, B to %(b)s", a=f"{a}%", b=f"{b}%")


def _clocks(percent: Days, voice: Voice) -> str:
    """A 50%, B 100%, C 150%."""
    each = ((grade, f"{percent[grade]}%") for grade in GRADES if grade in percent)
    return voice.join(voice.say("%(grade)s %(days)s", grade=grade, days=share) for grade, share in each)


def _after(hours: int, voice: Voice) -> str:
    return voice.count("after %(count)s hour", "after %(count)s hours", hours)


def _country(code: str | None, voice: Voice) -> str:
    """Singapore +65."""
    if code is None:
        return voice.say("By everybody's time zone")
    return f"{country_name(code, voice.language)} {calling_code(code)}"


def _owner(voice: Voice, *, shown: bool) -> str:
    return voice.say("Tell the name") if shown else voice.say("Keep it back")
