"""Private addresses are refused when they are called, whatever a name said before."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from second_opinion.addresses import PrivateAddressError, allowed, is_public
from second_opinion.asking import SecondOpinion
from second_opinion.endpoint import Endpoint
from tests.second_opinion.conftest import AGREED, DIRECTORY, MOMENT, QUOTE, TEXT, Warnings, asking
from tests.second_opinion.stub import marks
from understanding.reading import understand


@pytest.mark.parametrize("address", ["8.8.8.8", "104.18.6.192", "2606:4700::6810:1"])
def test_the_open_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),  # noqa: S104
        *("224.0.0.1", "255.255.255.255", "192.0.2.1", "240.0.0.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:0:4136:e378::1"),
    ],
)
def test_everything_else(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("literal", ["127.1", "2130706433", "0x7f000001", "localhost", "[::1]".strip("[]")])
async def test_loopback_in_disguise(literal: str) -> None:
    from second_opinion.addresses import look_up

    with pytest.raises(PrivateAddressError):
        await allowed(literal, 443, look_up, private=False)


async def test_one_private_address_among_others_is_enough() -> None:
    async def both(_host: str, _port: int) -> Sequence[str]:
        return ["8.8.8.8", "10.0.0.1"]

    with pytest.raises(PrivateAddressError):
        await allowed("model.example", 443, both, private=False)


async def test_the_loopback_is_refused_unless_it_is_meant(warnings: Warnings) -> None:
    async with asking(marks(AGREED, QUOTE), private=False) as model:
        found, after = await model.hears()
        assert model.stub.asked == []
    assert after is found
    assert "private address" in warnings()[0]


async def test_a_name_that_changes_its_mind_leads_nowhere(warnings: Warnings) -> None:
    """A name is public when it is checked and private when it is called."""
    answers = [["8.8.8.8"], ["127.0.0.1"]]

    async def rebinding(_host: str, _port: int) -> Sequence[str]:
        return answers.pop(0)

    async with asking(marks(AGREED)) as model:
        port = model.stub.port
        assert await allowed("model.example", port, rebinding, private=False) == ["8.8.8.8"]
        second = SecondOpinion(Endpoint(f"http://model.example:{port}/v1", "stub"), look_up=rebinding)
        found = understand(TEXT, MOMENT, DIRECTORY)
        assert await second(TEXT, MOMENT, DIRECTORY, found) is found
        await second.aclose()
        assert model.stub.asked == []
    assert "private address" in warnings()[0]


async def test_the_address_that_was_looked_up_is_called_and_no_other() -> None:
    looked: list[str] = []

    async def here(host: str, _port: int) -> Sequence[str]:
        looked.append(host)
        return ["127.0.0.1"]

    async with asking(marks(AGREED, QUOTE)) as model:
        endpoint = Endpoint(f"http://model.example:{model.stub.port}/v1", "stub", private=True)
        second = SecondOpinion(endpoint, look_up=here)
        found = understand(TEXT, MOMENT, DIRECTORY)
        assert await second(TEXT, MOMENT, DIRECTORY, found) == found
        await second.aclose()
        (call,) = model.stub.asked
    assert looked == ["model.example"]
    assert f"host: model.example:{model.stub.port}" in call.head.lower()


async def test_the_next_address_is_tried_where_nobody_listens() -> None:
    async def two(_host: str, _port: int) -> Sequence[str]:
        return ["::1", "127.0.0.1"]

    async with asking(marks(AGREED, QUOTE)) as model:
        second = SecondOpinion(
            Endpoint(f"http://model.example:{model.stub.port}/v1", "stub", private=True), look_up=two
        )
        found = understand(TEXT, MOMENT, DIRECTORY)
        assert await second(TEXT, MOMENT, DIRECTORY, found) == found
        await second.aclose()
        assert len(model.stub.asked) == 1


def test_nothing_of_it_is_loaded_unless_it_is_set() -> None:
    looking = (
        "import sys, bot.command_line, bot.commands.running, bot.commands.doctor, bot.furnishing, bot.language_model\n"
        "from bot.settings import Settings\n"
        "assert bot.language_model.open_second_opinion(Settings()) is None\n"
        "bot.language_model.refuse_private(Settings())\n"
        "loaded = {'openai', 'httpx2', 'httpcore2', 'second_opinion.asking'} & set(sys.modules)\n"
        "assert not loaded, loaded"
    )
    subprocess.run([sys.executable, "-c", looking], check=True, cwd=Path(__file__).parents[2])  # noqa: S603  our own
