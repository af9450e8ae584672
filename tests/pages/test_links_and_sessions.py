"""Links and sessions as rows, on both engines: what opens something, and what is swept away."""

from datetime import timedelta

from sqlmodel import Session, select

from storage.pages import links, sessions
from storage.tables.pages import PageLinkRow, PageSessionRow
from tests.people.company import NOON, Company

A_DAY = timedelta(days=1)


def test_a_link_names_its_member_once(session: Session, company: Company) -> None:
    boris = company.members["Boris"]
    token = links.new_link(session, boris, now=NOON)
    assert links.use_link(session, token, now=NOON + links.VALID - timedelta(seconds=1)) == boris
    assert links.use_link(session, token, now=NOON) is links.Refused.USED
    assert links.use_link(session, token + "x", now=NOON) is links.Refused.UNKNOWN
    late = links.new_link(session, boris, now=NOON)
    assert links.use_link(session, late, now=NOON + links.VALID) is links.Refused.EXPIRED
    assert token not in repr(session.exec(select(PageLinkRow)).all())


def test_links_of_yesterday_are_swept_away_with_the_next_one(session: Session, company: Company) -> None:
    links.new_link(session, company.members["Boris"], now=NOON)
    links.new_link(session, company.members["Dora"], now=NOON + A_DAY)
    assert len(session.exec(select(PageLinkRow)).all()) == 2, "somebody may still ask why it leads nowhere"
    links.new_link(session, company.members["Dora"], now=NOON + 2 * A_DAY)
    assert len(session.exec(select(PageLinkRow)).all()) == 2


def test_a_session_slides_and_ends(session: Session, company: Company) -> None:
    boris, later = company["Boris"], NOON + timedelta(hours=11)
    token = sessions.begin(session, boris.id, now=NOON)
    assert not sessions.is_to_note(session, token, now=NOON + timedelta(minutes=4))
    assert sessions.is_to_note(session, token, now=later)
    sessions.seen(session, token, now=later)
    assert sessions.whose(session, token, now=NOON + timedelta(hours=22)) == boris
    assert sessions.whose(session, token, now=NOON + timedelta(hours=23)) is None
    sessions.seen(session, token, now=NOON + A_DAY)
    assert sessions.whose(session, token, now=NOON + A_DAY) is None, "what is over does not begin again"
    sessions.begin(session, boris.id, now=NOON + A_DAY)
    assert len(session.exec(select(PageSessionRow)).all()) == 1


def test_signing_out_ends_one_browser_only(session: Session, company: Company) -> None:
    here, there = (sessions.begin(session, company.members["Boris"], now=NOON) for _ in range(2))
    sessions.end(session, here)
    assert sessions.whose(session, here, now=NOON) is None
    assert sessions.whose(session, there, now=NOON)
