"""The daily work of the pool: one message to each owner and manager of whom it concerns."""

from collections import defaultdict
from datetime import datetime

from reminders.permitted import Firm, after_quiet_hours
from storage.company import people
from storage.company.pool_rounds import go_round
from storage.plans.due_followups import Recipient, recipient
from storage.queues.outbox import Sending, put
from storage.store import Session


def look_after_the_pool(session: Session, now: datetime) -> None:
    """Owners hear of what goes back soon and of what went, their nearest managers of what went."""
    done = go_round(session, now=now)
    returned: defaultdict[int, list[int]] = defaultdict(list)
    for owner, customers in done.returned.items():
        for one in _concerned(session, owner):
            returned[one] += customers
    for number in sorted(done.warned.keys() | returned.keys()):
        member = people.member(session, number)
        if member is not None and (to := recipient(session, member)) is not None:
            facts = {"warned": _listed(done.warned.get(number, [])), "returned": _listed(returned.get(number, []))}
            put(session, _letter(to, facts, now))


def _concerned(session: Session, owner: int) -> list[int]:
    member = people.member(session, owner)
    managers = people.nearest_managers(session, member) if member else []
    return [owner, *(manager.id for manager in managers)]


def _letter(to: Recipient, facts: dict[str, str], now: datetime) -> Sending:
    return Sending(
        key=f"pool:{now.date()}:{to.member}",
        chat=to.chat,
        kind="pool_news",
        due_at=after_quiet_hours(now, to, Firm.WORKING),
        facts={**facts},
        member=to.member,
    )


def _listed(customers: list[int]) -> str:
    return ",".join(map(str, customers))
