"""The sweep of complaints whose clock ran out: they go up to the nearest manager, then to theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reminders.permitted import Firm, after_quiet_hours
from storage.complaints import raising
from storage.complaints.raising import Rising
from storage.queues import outbox
from storage.store import Session, Store
from storage.ticks import Tick


@dataclass(frozen=True, slots=True)
class ComplaintClocks:
    """Looks without a write lock, and writes only what goes up."""

    store: Store
    name: str = "complaint_clocks"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(raising.found, now=tick.now))
        if found:
            await self.store.write(partial(carry_out, found=found, now=tick.now))


def carry_out(session: Session, *, found: Sequence[Rising], now: datetime) -> None:
    for rising in found:
        if raising.raise_it(session, rising):
            for sending in _sendings(rising, now):
                outbox.put(session, sending)


def _sendings(rising: Rising, now: datetime) -> Iterator[outbox.Sending]:
    """Who is above hears of it, on their next working day outside quiet hours; a grave one breaks through."""
    place = rising.place
    firm = Firm.URGENT if rising.grave else Firm.WORKING
    for above in rising.above:
        told_in = f"complaint:{place.chat}:{place.message}:{place.slot}:{above.member}:"
        yield outbox.Sending(
            key=f"{told_in}raised:{rising.answer_by.isoformat()}:{rising.step}",
            chat=above.chat,
            kind="complaint",
            due_at=after_quiet_hours(now, above, firm),
            facts={**place._asdict(), "fresh": 1, "raised": rising.step},
            member=above.member,
        )
