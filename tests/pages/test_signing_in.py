"""Who gets in, by a link or from inside Telegram, for how long, and what everybody else reads."""

import json
from datetime import datetime, timedelta
from hashlib import sha256
from hmac import digest
from urllib.parse import urlencode

import pytest
from aiogram.utils.web_app import check_webapp_signature
from sqlmodel import Session, col, delete

from storage.tables.people import MemberRow, MembershipRow
from tests.pages.browser import Answer
from tests.pages.conftest import TOKEN, House
from tests.people.company import NOON
from web.managers.entrance import OF_ALL, OF_ONE, Entrance

USED = "This link has been used."
EXPIRED = "This link was good for ten minutes and has run out."
UNKNOWN = "This link leads nowhere."
OUT = "You are not signed in, or no longer."


def said_by_telegram(number: int, at: datetime, token: str = TOKEN, **more: str) -> str:
    """What Telegram's apps hand to a page, as its documentation describes it."""
    about = {"id": number, "first_name": "Boris", "language_code": "en"}
    fields = {"auth_date": str(int(at.timestamp())), "query_id": "AAE", "user": json.dumps(about), **more}
    key = digest(b"WebAppData", token.encode(), sha256)
    lines = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    return urlencode({**fields, "hash": digest(key, lines.encode(), sha256).hex()})


async def from_telegram(house: House, said: str) -> Answer:
    return await house.browser.post("/pages/app", {"init_data": said})


async def test_a_link_opens_the_pages_once(house: House) -> None:
    token = house.link("Boris")
    door = await house.browser.get("/pages/open")
    first = await house.browser.post("/pages/open", {"code": token})
    again = await house.browser.post("/pages/open", {"code": token})
    assert (door.status, first.status, first.path) == (200, 200, "/pages/digest")
    assert "Show the figures" in first.text
    assert (again.status, USED in again.text) == (403, True)


async def test_a_link_is_good_for_ten_minutes(house: House) -> None:
    token = house.link("Boris")
    house.wait(minutes=10)
    late = await house.browser.post("/pages/open", {"code": token})
    assert (late.status, EXPIRED in late.text) == (403, True)


@pytest.mark.parametrize("code", ["", "wrong", "王", "x" * 20_000])
async def test_a_code_that_is_none(house: House, code: str) -> None:
    answer = await house.browser.post("/pages/open", {"code": code})
    assert (answer.status, UNKNOWN in answer.text) == (403, True)


async def test_nobody_is_told_more_than_they_may_see(house: House) -> None:
    answer = await house.sign_in("Anna")
    assert (answer.status, "for those who lead a team" in answer.text) == (403, True)
    assert (await house.browser.get("/pages/digest")).status == 401


async def test_a_session_lasts_twelve_hours_after_it_was_last_used(house: House) -> None:
    await house.sign_in("Boris")
    for _ in range(3):
        house.wait(hours=11)
        assert (await house.browser.get("/pages/digest")).status == 200
    house.wait(hours=12)
    over = await house.browser.get("/pages/digest")
    assert (over.status, OUT in over.text) == (401, True)


async def test_signing_out_ends_it_for_every_copy_of_the_cookie(house: House) -> None:
    entered = await house.sign_in("Boris")
    cookie = next(iter(house.browser.session.cookie_jar))
    left = await house.browser.post("/pages/out")
    copied = await house.browser.get("/pages/digest", Cookie=f"{cookie.key}={cookie.value}")
    assert (entered.status, left.status, copied.status) == (200, 200, 401)
    assert "You are signed out." in left.text


def leave(session: Session, member: int) -> None:
    session.get_one(MemberRow, member).active = False


def step_down(session: Session, member: int) -> None:
    session.exec(delete(MembershipRow).where(col(MembershipRow.member_id) == member))


@pytest.mark.parametrize("change", [leave, step_down])
async def test_who_left_or_lost_their_role_is_out_at_once(house: House, change: object) -> None:
    await house.sign_in("Boris")
    token = house.link("Boris")
    with house.store.transaction() as session:
        assert callable(change)
        change(session, house.ids["Boris"])
    assert (await house.browser.get("/pages/digest")).status == 401
    assert (await house.browser.post("/pages/open", {"code": token})).status == 403


async def test_from_inside_telegram(house: House) -> None:
    said = said_by_telegram(1003, house.now, signature="of another key", start_param="x y&z=1")
    assert check_webapp_signature(TOKEN, said), "another library understands the documentation as we do"
    answer = await from_telegram(house, said)
    assert (answer.status, answer.path) == (200, "/pages/digest")


async def test_what_telegram_did_not_say(house: House) -> None:
    true = said_by_telegram(1003, house.now)
    forged = [
        said_by_telegram(1003, house.now, token=TOKEN[:-1] + "s"),
        true.replace("1003", "1001"),
        f"{true}&user=%7B%22id%22%3A1001%7D",
        true.rpartition("&hash=")[0],
        said_by_telegram(1003, house.now, user="{}"),
        said_by_telegram(1003, house.now, auth_date="soon"),
        "",
        "hash=%FF",
        "王",
    ]
    answers = [await from_telegram(house, said) for said in forged]
    assert {answer.status for answer in answers} == {403}
    assert all("I can&#39;t tell that Telegram sent you." in answer.text for answer in answers)


@pytest.mark.parametrize(
    ("age", "status"),
    [(timedelta(hours=1), 200), (timedelta(hours=1, seconds=1), 403), (timedelta(minutes=-6), 403)],
)
async def test_what_telegram_said_long_ago_opens_nothing(house: House, age: timedelta, status: int) -> None:
    answer = await from_telegram(house, said_by_telegram(1003, house.now - age))
    assert (answer.status, "more than an hour ago" in answer.text) == (status, status == 403)


@pytest.mark.parametrize(("user", "why"), [(1004, "for those who lead a team"), (77, "know you yet")])
async def test_whom_telegram_names_but_who_may_not_look(house: House, user: int, why: str) -> None:
    answer = await from_telegram(house, said_by_telegram(user, house.now))
    assert (answer.status, why in answer.text) == (403, True)


async def test_refusals_are_in_the_language_of_whoever_is_refused(house: House) -> None:
    with house.store.transaction() as session:
        session.get_one(MemberRow, house.ids["小李"]).language = "zh"
    known = await from_telegram(house, said_by_telegram(1005, house.now))
    token = house.link("小李")
    await house.browser.post("/pages/open", {"code": token})
    used = await house.browser.post("/pages/open", {"code": token})
    by_browser = await house.browser.get("/pages/digest", Accept_Language="zh-CN,zh;q=0.9")
    assert "这些网页给带团队的人看" in known.text
    assert "这个链接已经用过了" in used.text
    assert "你还没登录" in by_browser.text
    assert '<html lang="zh">' in by_browser.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "none"}, 403),
        ({"Sec_Fetch_Site": "same-origin", "Origin": "null"}, 200),
        ({}, 200),
    ],
)
async def test_only_our_own_pages_send_forms(house: House, headers: dict[str, str], status: int) -> None:
    await house.sign_in("Boris")
    assert (await house.browser.post("/pages/digest", {"pace": "week"}, **headers)).status == status


async def test_the_door_holds_when_many_knock(house: House) -> None:
    wrong = [(await house.browser.post("/pages/open", {"code": "no"})).status for _ in range(OF_ALL)]
    full = await house.browser.post("/pages/open", {"code": house.link("Boris")})
    house.wait(minutes=1)
    assert (set(wrong), full.status) == ({403}, 429)
    assert (await house.sign_in("Boris")).status == 200


async def test_who_guesses_keeps_nobody_out_but_themselves(house: House) -> None:
    """The addresses are those that a proxy on this machine tells of."""
    stranger, manager = "198.41.0.4", "199.7.83.42"
    wrong = [
        (await house.browser.post("/pages/open", {"code": "no"}, X_Forwarded_For=stranger)).status
        for _ in range(OF_ONE + 1)
    ]
    theirs = await house.browser.post("/pages/open", {"code": house.link("Boris")}, X_Forwarded_For=stranger)
    entered = await house.browser.post("/pages/open", {"code": house.link("Boris")}, X_Forwarded_For=manager)
    assert wrong == [403] * OF_ONE + [429]
    assert (theirs.status, entered.status) == (429, 200)


def test_many_addresses_keep_nobody_out_who_came_in_before() -> None:
    entrance = Entrance(lambda: NOON)
    entrance.came_in("199.7.83.42")
    for number in range(OF_ALL):
        entrance.came_in_vain(f"198.41.{number % 200}.4")
    assert entrance.lets_in("199.7.83.42")
    assert not entrance.lets_in("192.5.5.241")
    assert not entrance.lets_in("127.0.0.1")


async def test_every_answer_keeps_others_out(house: House) -> None:
    entered = await house.sign_in("Boris")
    answers = [entered, await house.browser.get("/pages/open"), await house.browser.get("/pages/static/pages.css")]
    for answer in answers:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert "frame-ancestors 'self' https://web.telegram.org" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
    assert entered.headers["Cache-Control"] == "no-store"
    assert (await house.browser.get("/pages/static/../pages.py")).status == 404
