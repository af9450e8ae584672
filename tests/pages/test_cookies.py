"""The cookie: what browsers are told of it, by plain http and by https, in a browser and inside Telegram."""

from datetime import UTC, datetime

import pytest
from starlette.responses import Response

from papers.worker import Worker
from storage.store import Store
from tests.pages.conftest import House
from web.managers.entrance import Entrance
from web.managers.site import Site, let_in, put_out

HTTPS, HTTP = "https://rapport.example", "http://127.0.0.1:8080"


def site(store: Store, address: str) -> Site:
    def now() -> datetime:
        return datetime(2026, 3, 2, tzinfo=UTC)

    return Site(store, now, "", address, "en", Worker(), Entrance(now))


@pytest.mark.parametrize(
    ("address", "framed", "cookie"),
    [
        (HTTPS, False, "__Host-rapport_page=t; Path=/; HttpOnly; SameSite=Lax; Secure"),
        (HTTPS, True, "__Host-rapport_page=t; Path=/; HttpOnly; SameSite=None; Partitioned; Secure"),
        (HTTP, False, "rapport_page=t; Path=/; HttpOnly; SameSite=Lax"),
        (HTTP, True, "rapport_page=t; Path=/; HttpOnly; SameSite=Lax"),
    ],
)
def test_what_a_browser_is_told(store: Store, address: str, framed: bool, cookie: str) -> None:  # noqa: FBT001 - a table
    assert let_in(site(store, address), Response(), "t", framed=framed).headers["Set-Cookie"] == cookie


def test_both_kinds_are_taken_away(store: Store) -> None:
    taken = put_out(site(store, HTTPS), Response()).headers.getlist("Set-Cookie")
    assert len(taken) == 2
    assert all("Max-Age=0" in cookie and "Secure" in cookie for cookie in taken)


async def test_a_page_that_is_no_longer_theirs_makes_room_for_the_sentence(house: House) -> None:
    await house.sign_in("Boris")
    house.wait(hours=13)
    answer = await house.browser.post("/pages/customers", {"words": "acme"}, HX_Request="true")
    assert (answer.headers.get("HX-Refresh"), answer.text) == ("true", "")
