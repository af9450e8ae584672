"""Invitations, languages, time zones, commands and help."""

from zoneinfo import ZoneInfo

import pytest

from sales.cards import Button, Copy, Link
from sales.people import Role
from sales.views import Invited
from tests.wording.shown import CHINESE, ENGLISH, NOON, TUESDAY, shown
from wording.cards.invitation import invitation, invitations, sheet
from wording.cards.said import said
from wording.cards.settings import languages, zone_name, zones
from wording.commands import help_card, menu
from wording.entering import Entering
from wording.sentences import Said
from wording.voice import Voice

ANNA = Invited("Anna Lee", Role.REP, "East", "c0de", "https://t.me/bot?start=c0de", NOON, 4)


def test_an_invitation() -> None:
    assert (
        shown(invitation(ANNA, ENGLISH))
        == """Invitation for Anna Lee
sales rep, team East
Good for one person, until Tue 24 Nov, 12:00
Pass the link on, or this code:
c0de
[Open the link][Copy the link]
[New code]"""
    )
    assert (
        shown(invitation(ANNA, CHINESE))
        == """Anna Lee的邀请
业务员，团队：East
限一人用，11月24日 周二 12:00前有效
把链接转给对方，或这个邀请码：
c0de
[打开链接][复制链接]
[换新码]"""
    )


def test_the_link_opens_and_is_copied() -> None:
    (link, copy), (renew,) = invitation(ANNA, ENGLISH).rows
    assert isinstance(link, Link)
    assert isinstance(copy, Copy)
    assert isinstance(renew, Button)
    assert (link.url, copy.text, dict(renew.args)) == (ANNA.link, ANNA.link, {"invitation": 4})


def test_a_list_of_invitations() -> None:
    assert (
        shown(invitations((ANNA,), ENGLISH))
        == """1 invitation
Good for one person each, until Tue 24 Nov, 12:00
Anna Lee, sales rep
https://t.me/bot?start=c0de"""
    )
    assert invitations((), CHINESE).text == "0份邀请"


def test_links_are_whole_or_in_the_file() -> None:
    lines = invitations((ANNA,) * 100, ENGLISH).text.splitlines()
    assert set(lines[3:-1:2]) == {ANNA.link}
    assert lines[-1].endswith("more are in the file.")


def test_the_sheet() -> None:
    title, headings, rows = sheet((ANNA,), CHINESE)
    assert (title, headings) == ("邀请", ["姓名", "角色", "团队", "链接", "有效期至"])
    assert rows == [["Anna Lee", "业务员", "East", ANNA.link, "11月24日 周二 12:00"]]


def test_languages() -> None:
    assert shown(languages(CHINESE)) == "Which language? · 用哪种语言？\n[English][✓ 中文]"


def test_zones() -> None:
    assert (
        shown(zones(CHINESE))
        == """你在哪里？
请点一个，或写城市、时区，比如 上海 或 UTC+8。
现在是：新加坡
[上海][香港]
[东京][迪拜]
[柏林][伦敦]
[纽约]"""
    )


@pytest.mark.parametrize("key", ["UTC", "Etc/GMT+8", "America/Argentina/Buenos_Aires"])
def test_an_odd_zone_has_a_name(key: str) -> None:
    assert zone_name(ZoneInfo(key), Voice("zh", ZoneInfo(key), TUESDAY))


def test_the_menu_by_role_and_language() -> None:
    rep, manager = dict(menu([Role.REP], "en")), dict(menu([Role.REP, Role.MANAGER], "zh"))
    assert "invite" not in rep
    assert manager["invite"] == "邀请同事"
    assert rep["today"] == "What is due today"
    assert "start" not in rep


def test_telegram_takes_the_menu() -> None:
    for language in ("en", "zh"):
        for name, does in menu(Role, language):
            assert name.isalpha()
            assert name.islower()
            assert 3 <= len(does) <= 256


def test_help_shows_what_the_role_may() -> None:
    assert "/invite – 邀请同事" in help_card([Role.ADMIN], CHINESE).text
    assert "/invite" not in help_card([Role.REP], ENGLISH).text
    assert help_card([Role.REP], ENGLISH).text.startswith("Just tell me what happened")


def test_a_sentence_of_several_lines() -> None:
    assert said(Said.TROUBLE, CHINESE).text == "你这条消息我没处理成。\n已经存着，会有人来看，不用再发。"
    assert said(Entering.NEW_PHONE, ENGLISH, name="A\nB").text.splitlines()[0] == "Welcome back, A B."
