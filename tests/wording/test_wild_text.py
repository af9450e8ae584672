"""Names as people, and their enemies, write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales.kinds import Kind
from sales.tellings import Entry, Party, Telling
from sales.views import Echo, Part
from tests.wording.shown import ENGLISH, TUESDAY
from wording.cards.echo import echo
from wording.wild_text import NAME, short, tame, width


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param("Acme\nSaved: Globex", "Acme Saved: Globex", id="a line of their own"),
        pytest.param("Acme\r\n\t\v\fTools", "Acme Tools", id="all kinds of white space"),
        pytest.param("Acme\u2028Tools\u2029", "Acme Tools", id="Unicode's line breaks"),
        pytest.param("Acme \u202eslooT\u202c", "Acme slooT", id="written backwards"),
        pytest.param("\u2066Acme\u2069\u200f\u200e\u061c", "Acme", id="bidirectional marks"),
        pytest.param("A\u200bc\u00adm\ufeffe", "Acme", id="invisible signs"),
        pytest.param("Ac\x00me\x07", "Ac me", id="control characters"),
        pytest.param("Acme \ud800", "Acme", id="half of a pair, which cannot be sent"),
        pytest.param("<b>Acme</b> & Söhne", "<b>Acme</b> & Söhne", id="HTML is plain text"),
        pytest.param("👨\u200d👩\u200d👧 Toys", "👨\u200d👩\u200d👧 Toys", id="a family stays one"),
        pytest.param("شرکت نفت", "شرکت نفت", id="Persian"),
        pytest.param("*Acme* _Tools_ [x](tg://y)", "*Acme* _Tools_ [x](tg://y)", id="Markdown is plain text"),
    ],
)
def test_a_name_stays_in_its_line(written: str, told: str) -> None:
    assert tame(written) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param("Acme Tools", "Acme Tools", id="short"),
        pytest.param("A" * 34, "A" * 34, id="just fits"),
        pytest.param("A" * 35, "A" * 33 + "…", id="one too many"),
        pytest.param("A" * 300, "A" * 33 + "…", id="300 letters"),
        pytest.param("钢" * 17, "钢" * 17, id="17 Chinese characters"),
        pytest.param("钢" * 18, "钢" * 16 + "…", id="18 Chinese characters"),
        pytest.param("Acme Tools and a very long tale of it", "Acme Tools and a very long tale o…", id="words"),
        pytest.param("A" * 32 + " BC", "A" * 32 + "…", id="no space before the dots"),
        pytest.param("😀" * 300, "😀" * 16 + "…", id="emoji"),
    ],
)
def test_a_long_name_is_cut(written: str, told: str) -> None:
    assert short(written, NAME) == told


def test_marks_without_width_cannot_pile_up() -> None:
    assert len(short("e" + "\u0301" * 10_000, NAME)) <= 2 * NAME


@given(st.text(), st.integers(2, 200))
def test_what_is_cut_fits(text: str, widest: int) -> None:
    cut = short(text, widest)
    assert width(cut) <= widest
    assert cut == tame(cut)
    assert "\n" not in cut


@pytest.mark.parametrize("name", ["A" * 300, "Acme\n✓ Saved: Globex", "<script>", "\u202ecba", "钢" * 300, "\x00"])
def test_a_customer_s_name_cannot_break_a_card(name: str) -> None:
    told = Telling((Entry(Kind.VISIT, Party(name), TUESDAY),))
    lines = echo(Echo(1, (Part(1, told, new=frozenset({name})),)), ENGLISH).text.split("\n")
    assert lines[0].startswith("✓ Saved")
    assert lines[1:] == ["Visit, Tue 24 Nov"]
    assert width(lines[0]) <= 60
