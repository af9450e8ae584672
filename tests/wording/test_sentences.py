"""The sentences: filled without fault in every language, short enough for their place, and silent to strangers."""

import re

import pytest

from tests.wording.shown import CHINESE, ENGLISH
from wording.entering import Entering
from wording.sentences import Said, Toast
from wording.voice import Voice
from wording.wild_text import width

VALUES = {
    "name": "Anna",
    "team": "East",
    "teams": "East, West",
    "day": "Tue 24 Nov",
    "moment": "Tue 24 Nov, 12:00",
    "zone": "Shanghai",
    "role": "rep",
    "line": 3,
    "problem": "no name",
    "others": "Boris",
    "most": 100,
    "customer": "Acme Tools",
    "what": "send the quote",
    "first": "Fri 1 May",
    "last": "Tue 5 May",
    "time": "25:00",
    "sum": "-500",
    "text": "They want the price list.",
    "words": "blue ones",
}
TOAST = 200
_CODES = (Entering.CODE_WRONG, Entering.CODE_USED, Entering.CODE_EXPIRED)
_TO_STRANGERS = (Entering.STRANGER, *_CODES, Entering.TOO_MANY_TRIES)


def spoken(sentence: str, voice: Voice) -> str:
    return voice.say(sentence, **{name: value for name, value in VALUES.items() if f"%({name})" in sentence})


@pytest.mark.parametrize("voice", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("sentence", [*Said, *Entering, *Toast])
def test_a_sentence_is_filled(sentence: str, voice: Voice) -> None:
    told = spoken(sentence, voice)
    assert told
    assert "%" not in told


@pytest.mark.parametrize("sentence", [*Said, *Entering])
def test_it_is_said_in_chinese(sentence: Said | Entering) -> None:
    assert spoken(sentence, CHINESE) != spoken(sentence, ENGLISH)


@pytest.mark.parametrize("sentence", [*Said, *Entering])
def test_the_first_line_fits_a_lock_screen(sentence: Said | Entering) -> None:
    for voice in (ENGLISH, CHINESE):
        assert width(spoken(sentence, voice).splitlines()[0]) <= 80


@pytest.mark.parametrize("toast", Toast)
def test_a_toast_is_short(toast: Toast) -> None:
    for voice in (ENGLISH, CHINESE):
        assert len(spoken(toast, voice)) <= TOAST
        assert "\n" not in spoken(toast, voice)


def test_a_stranger_learns_nothing() -> None:
    telling = re.compile(r"sales|customer|team|rapport|visit|compan|销售|客户|团队|公司|拜访", re.IGNORECASE)
    for voice in (ENGLISH, CHINESE):
        for sentence in (
            Entering.STRANGER,
            Entering.CODE_WRONG,
            Entering.CODE_USED,
            Entering.CODE_EXPIRED,
            Entering.TOO_MANY_TRIES,
        ):
            assert not telling.search(voice.say(sentence))


def test_colleagues_are_addressed_as_colleagues_and_strangers_politely() -> None:
    assert "您" in CHINESE.say(Entering.STRANGER)
    assert [s.name for s in (*Said, *Entering) if "您" in CHINESE.say(s) and "你" in CHINESE.say(s)] == []
