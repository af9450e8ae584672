"""Command menus: everybody gets theirs, and what is remembered of them names nobody."""

from telegram import Bot

from bot.menus import Menus
from sales.people import Member
from simulator import Simulator
from storage.company import people
from storage.company.settings import setting
from storage.store import Session, Store
from tests.bot.conftest import TOKEN
from tests.people.company import hire


def _staff(session: Session) -> list[Member]:
    hire(session, "Anna", 1001)
    hire(session, "小艾", 1002)
    return people.members(session)


def _remembered(session: Session) -> dict[str, str]:
    value = setting(session, "menus", {})
    assert isinstance(value, dict)
    return {name: str(sign) for name, sign in value.items()}


async def test_a_menu_is_set_once_and_names_no_chat(telegram: Simulator, store: Store) -> None:
    members = {str(each.id): each.chat for each in await store.write(_staff)}
    async with Bot(TOKEN, base_url=f"{telegram.api_url}/bot") as bot:
        menus = Menus(store, bot, 123456789)
        await menus.look()
        remembered = await store.read(_remembered)
        await menus.look()
    assert await store.read(_remembered) == remembered
    assert set(remembered) == {"everybody", *members}
    assert not [sign for name, sign in remembered.items() if str(members.get(name)) in sign.split()]
