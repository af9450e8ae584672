"""One step of /visit, /feedback, /complaint or /followup."""

from sales.cards import Argument, Button, Card, Row
from sales.drafts import Step, StepField
from sales.kinds import Category, Kind
from sales.views import Asking
from wording.catalogue import sentence
from wording.days import DayChoice, earlier_choices, later_choices
from wording.layout import in_rows, lay_out
from wording.voice import Voice

_ASKS = {
    StepField.CUSTOMER: sentence("Which customer? Write the name."),
    StepField.CONTACTS: sentence("Whom did you talk to? Write the name."),
    StepField.WORDS: sentence("What happened? Write it in your own words."),
    StepField.DAY: sentence("When was it? Tap or write it."),
    StepField.CATEGORY: sentence("What is it about?"),
    StepField.NEXT: sentence("What comes next? For example: send quote on Friday."),
}
_ASKS_FOLLOW_UP = {
    StepField.CONTACTS: sentence("With whom? Write the name."),
    StepField.WORDS: sentence("What is to be done? For example: send quote."),
    StepField.DAY: sentence("By when? Tap or write it."),
}
_IN_A_ROW = 3
_DAYS_IN_A_ROW = 2


def step(asked: Step, view: Asking, voice: Voice) -> Card:
    asks = _ASKS_FOLLOW_UP.get(asked.asks, _ASKS[asked.asks]) if asked.kind is None else _ASKS[asked.asks]
    title = voice.kind(asked.kind) if asked.kind else voice.say("Follow-up")
    return lay_out([voice.labelled(title, voice.say(asks))], *_values(asked, view.id, voice), _ways_out(view.id, voice))


def _values(asked: Step, draft: int, voice: Voice) -> tuple[Row, ...]:
    match asked.asks:
        case StepField.CATEGORY:
            return _buttons([(voice.category(category), category.value) for category in Category], draft, _IN_A_ROW)
        case StepField.DAY:
            return _buttons(_dated(_days(asked.kind, voice)), draft, _DAYS_IN_A_ROW)
        case _:
            return ()


def _days(kind: Kind | None, voice: Voice) -> list[DayChoice]:
    """What happened lies behind, what is to be done ahead."""
    return earlier_choices(voice) if kind else later_choices(voice)


def _dated(days: list[DayChoice]) -> list[tuple[str, str]]:
    return [(label, day.isoformat()) for label, day in days]


def _buttons(values: list[tuple[str, str]], draft: int, wide: int) -> tuple[Row, ...]:
    return in_rows([Button(label, "step", {"draft": draft, "value": value}) for label, value in values], wide)


def _ways_out(draft: int, voice: Voice) -> Row:
    about: dict[str, Argument] = {"draft": draft}
    return Button(voice.say("Skip"), "skip", about), Button(voice.say("Cancel"), "cancel", about)
