"""A company with a customer of every kind; on each a promise, a message, a complaint, and words that may not leak."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from sales.drafts import Draft
from sales.kinds import Category, Kind, Severity
from sales.money import Money
from sales.tellings import Entry, FollowUp, Party, Telling
from storage.tables.access import AbsenceRow, ShareRow
from storage.tables.care import ReminderRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import ComplaintRow, EntryRow
from storage.told import journal
from storage.told.journal import By
from tests.people.company import NOON, Company, customer_of

# Row: owner, team. Anna is a rep in East, 小李 one in South below it, Max leads and sells in West, Rita sells in both.
ROWS: dict[str, tuple[str | None, str]] = {
    "own": ("Anna", "East"),
    "team": ("小李", "South"),
    "other": ("Max", "West"),
    "shared": ("Max", "West"),
    "covered": ("Rita", "West"),
    "pool": (None, "East"),
    "withdrawn": ("Anna", "East"),
    "merged": ("Anna", "East"),
}
# What each may see of it, written down by hand: A everything, C what customer care needs, - nothing.
SEES = {
    #            own team other shared covered pool withdrawn merged
    "Anna":  "   A   -    -     A      A       -    -         -",
    "小李":  "   -   A    -     -      -       -    -         -",
    "Rita":  "   -   -    -     -      A       -    -         -",
    "Boris": "   A   A    -     -      -       A    -         -",
    "Max":   "   -   -    A     A      A       -    -         -",
    "Dora":  "   A   A    A     A      A       A    -         -",
    "Carl":  "   C   C    C     C      C       C    -         -",
    "Ada":   "   A   A    A     A      A       A    -         -",
}  # fmt: skip
LETTER = {who: dict(zip(ROWS, line.split(), strict=True)) for who, line in SEES.items()}
NAMES = {
    "own": "Umbra Pumps", "team": "Velox Freight", "other": "Wexford Mills", "shared": "Xanadu Hotels",
    "covered": "Yonder Dairy", "pool": "Zephyr Textiles", "withdrawn": "Quorra Paints", "merged": "Ulmus Optics",
}  # fmt: skip


@dataclass(frozen=True)
class World:
    """Ids of the customers, and of what hangs on them, by row."""

    company: Company
    customers: dict[str, int]
    contacts: dict[str, int]
    follow_ups: dict[str, int]
    tellings: dict[str, int]
    complaints: dict[str, int]
    reminders: dict[str, int]


def secrets(row: str) -> dict[str, str]:
    """Words that stand on this row's card alone, by the letter that is needed to read them."""
    return {"A": f"order-{row}-secret", "C": f"person-{row}-secret"}


def teller(row: str) -> str:
    """Who told what stands there: the owner; Anna of a customer without owner."""
    return ROWS[row][0] or "Anna"


def made(session: Session, company: Company) -> World:
    world = World(company, {}, {}, {}, {}, {}, {})
    for number, (row, (owner, team)) in enumerate(ROWS.items(), 1):
        customer = customer_of(company, owner, NAMES[row], team=team)
        world.customers[row] = customer
        person = ContactRow(customer_id=customer, name=f"{secrets(row)['C']}")
        session.add(person)
        session.flush()
        world.contacts[row] = person.id or 0
        _tell(session, world, row, number)
    _tie(session, world)
    return world


def _tell(session: Session, world: World, row: str, number: int) -> None:
    by = world.company[teller(row)]
    party = Party(NAMES[row], world.customers[row])
    words = secrets(row)["A"]
    order = Entry(Kind.ORDER, party, date(2026, 3, 1), words, amount=Money(100, "USD"))
    complaint = Entry(
        Kind.COMPLAINT, party, date(2026, 3, 1), "late", category=Category.DELIVERY, severity=Severity.NORMAL
    )
    told = Telling((order, complaint), (FollowUp(party, date(2026, 3, 2), f"call, {words}"),))
    draft = Draft(chat=by.chat or 0, message=number, moment=NOON, text=words, telling=told)
    telling = journal.record(session, draft=draft, by=By(by, NOON, NOON.time()))
    world.tellings[row] = telling
    world.follow_ups[row] = (
        session.exec(select(FollowUpRow.id).where(col(FollowUpRow.telling_id) == telling)).one() or 0
    )
    world.reminders[row] = _reminder(session, world.customers[row])
    complaints = select(ComplaintRow.id).join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
    world.complaints[row] = session.exec(complaints.where(col(EntryRow.telling_id) == telling)).one() or 0


def _reminder(session: Session, customer: int) -> int:
    """That something comes up at the customer; it is for whoever owns it."""
    row = ReminderRow(
        kind="agreement_ends", subject_id=customer, occasion="1", customer_id=customer, day=NOON.date(), due_at=NOON
    )
    session.add(row)
    session.flush()
    return row.id or 0


def _tie(session: Session, world: World) -> None:
    """Xanadu is shared with Anna, who stands in for Rita; Quorra was undone, Ulmus merged into Umbra."""
    members = world.company.members
    session.add(ShareRow(customer_id=world.customers["shared"], member_id=members["Anna"], at=NOON))
    leave = AbsenceRow(member_id=members["Rita"], first_day=NOON.date(), last_day=NOON.date(), asked_at=NOON)
    leave.cover_id, leave.state = members["Anna"], "active"
    over = AbsenceRow(member_id=members["Max"], first_day=NOON.date(), last_day=NOON.date(), asked_at=NOON)
    over.cover_id, over.state = members["Anna"], "over"
    session.add_all([leave, over])
    session.get_one(CustomerRow, world.customers["withdrawn"]).withdrawn = True
    merged = session.get_one(CustomerRow, world.customers["merged"])
    merged.withdrawn, merged.merged_into_id = True, world.customers["own"]
    session.flush()
