"""What a message about follow-ups is about: the facts that lie in the outbox until it is rendered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

Facts = dict[str, str | int | None]
LATE = timedelta(minutes=10)
"""From here on a reminder says that it is late."""


@dataclass(frozen=True, slots=True)
class LateCard:
    """The bundle after the bot was away: which follow-ups and other reminders were late then. `fresh` as elsewhere."""

    since: datetime
    until: datetime
    follow_ups: tuple[int, ...] = ()
    fresh: bool = False
    reminders: tuple[int, ...] = ()

    @property
    def facts(self) -> Facts:
        facts: Facts = {"since": self.since.isoformat(), "until": self.until.isoformat(), "fresh": int(self.fresh)}
        facts |= {"reminders": ",".join(map(str, self.reminders))} if self.reminders else {}
        return facts | {"follow_ups": ",".join(map(str, self.follow_ups))}


@dataclass(frozen=True, slots=True)
class AgendaCard:
    """The list that /today shows. `day` None is the reader's today; `days` so many from there on.

    `fresh`: a new message, not sent where nothing is left to tell. `lines` is a digest of what it showed when it was
    last written.
    """

    day: date | None = None
    days: int = 1
    fresh: bool = False
    lines: str = ""

    @property
    def facts(self) -> Facts:
        """Nothing where it is the plain list of today; the names are none of those of a reminder opened from it."""
        facts: Facts = {"agenda_day": self.day.isoformat()} if self.day else {}
        facts |= {"agenda_days": self.days} if self.days > 1 else {}
        facts |= {"agenda_fresh": 1} if self.fresh else {}
        return facts | ({"agenda_lines": self.lines} if self.lines else {})


ListCard = LateCard | AgendaCard


@dataclass(frozen=True, slots=True)
class ReminderCard:
    """One follow-up. `planned` and `day` are what the card reminds of, so that a snooze can be taken back.

    `fresh`: a new message, not sent if the thing is settled meanwhile; otherwise the card tells how it ended.
    """

    follow_up: int
    planned: datetime | None
    day: date | None = None
    late: bool = False
    fresh: bool = False
    picking: bool = False
    within: ListCard | None = None
    ended: str = ""
    """How this occurrence ended, of what comes again: "done", "skipped", "logged"."""
    why: bool = False
    """It says why it came."""
    handing: bool = False
    """It asks to whom it is handed on."""

    def sent_at(self, now: datetime) -> "ReminderCard":
        """What goes out long after it was put says so."""
        waited = self.fresh and self.planned is not None and now - self.planned > LATE
        return replace(self, late=self.late or waited)

    @property
    def facts(self) -> Facts:
        facts: Facts = {"follow_up": self.follow_up, "late": int(self.late)}
        facts |= {"fresh": int(self.fresh), "picking": int(self.picking), "within": kind_of(self.within)}
        facts["planned"] = self.planned.isoformat() if self.planned else None
        facts["day"] = self.day.isoformat() if self.day else None
        facts |= {"ended": self.ended} if self.ended else {}
        facts |= {"why": 1} if self.why else {}
        facts |= {"handing": 1} if self.handing else {}
        return (self.within.facts if self.within else {}) | facts


def kind_of(card: ListCard | None) -> str | None:
    """The kind of message under which a list is sent."""
    match card:
        case LateCard():
            return "late"
        case AgendaCard():
            return "agenda"
        case None:
            return None


def late_card(facts: Mapping[str, Any]) -> LateCard:
    since, until = _moment(facts["since"]), _moment(facts["until"])
    others = _numbers(facts.get("reminders") or "")
    return LateCard(since, until, _numbers(facts["follow_ups"]), bool(facts.get("fresh")), others)


def _numbers(listed: str) -> tuple[int, ...]:
    return tuple(int(number) for number in listed.split(",") if number)


def agenda_card(facts: Mapping[str, Any]) -> AgendaCard:
    """The agenda that is told of among these facts."""
    return AgendaCard(
        day=date.fromisoformat(facts["agenda_day"]) if facts.get("agenda_day") else None,
        days=int(facts.get("agenda_days") or 1),
        fresh=bool(facts.get("agenda_fresh")),
        lines=str(facts.get("agenda_lines") or ""),
    )


def list_card(kind: str | None, facts: Mapping[str, Any]) -> ListCard | None:
    """The list that a message of this kind has shown; None for other kinds."""
    match kind:
        case "late":
            return replace(late_card(facts), fresh=False)
        case "agenda" | "morning":
            return replace(agenda_card(facts), fresh=False, lines="")
        case _:
            return None


def reminder_card(facts: Mapping[str, Any]) -> ReminderCard:
    return ReminderCard(
        follow_up=int(facts["follow_up"]),
        planned=_moment(facts["planned"]) if facts.get("planned") else None,
        day=date.fromisoformat(facts["day"]) if facts.get("day") else None,
        late=bool(facts.get("late")),
        fresh=bool(facts.get("fresh")),
        picking=bool(facts.get("picking")),
        within=list_card(facts.get("within"), facts),
        ended=str(facts.get("ended") or ""),
        why=bool(facts.get("why")),
        handing=bool(facts.get("handing")),
    )


def _moment(value: Any) -> datetime:  # noqa: ANN401 - what JSON gave
    return datetime.fromisoformat(str(value))
