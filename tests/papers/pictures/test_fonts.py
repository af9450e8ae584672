"""Chinese is readable on a machine without any font, and whatever else people type stands as a box at worst."""

import subprocess
import sys
from pathlib import Path

import pytest

from papers.pictures.fonts import FAMILY, drawable
from papers.pictures.sheet import Sheet, png
from wording.catalogue import CATALOGUES


def test_every_sign_of_our_own_chinese_is_there() -> None:
    own = "".join(sign for sign in (CATALOGUES / "zh.po").read_text("utf-8") if "一" <= sign <= "鿿")
    assert drawable(own) == own


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("恒大钢铁 Ñandú Ядро €¥₹→", "恒大钢铁 Ñandú Ядро €¥₹→"),
        ("n\u0303andu\u0301", "ñandú"),
        ("🔴 red", "□ red"),
        ("한국", "□□"),
        ("👩\u200d🏭", "□□"),
        ("\u202eevil\u202c", "evil"),
        ("tab\tend", "tabend"),
    ],
)
def test_what_no_font_has_becomes_a_box(typed: str, drawn: str) -> None:
    assert drawable(typed) == drawn


def test_a_missing_glyph_would_be_noticed() -> None:
    """What test_layout.py relies on."""
    paper = Sheet(100)
    paper.write("", 10, 10).set_text("한")
    with pytest.warns(UserWarning, match="missing from font"):
        png(paper)


def test_it_needs_no_font_of_the_machine(tmp_path: Path) -> None:
    """With nothing but matplotlib's own fonts and ours, and a home where nothing is kept."""
    code = (
        "from matplotlib import font_manager as found\n"
        "found.fontManager.ttflist = [one for one in found.fontManager.ttflist if 'matplotlib' in one.fname]\n"
        "import warnings; warnings.simplefilter('error')\n"
        "from papers.pictures.sheet import Sheet, png\n"
        "paper = Sheet(100); paper.write('恒大钢铁', 10, 10); print(len(png(paper)))"
    )
    surroundings = {"MPLCONFIGDIR": str(tmp_path), "PATH": "/usr/bin"}
    itself = [sys.executable, "-c", code]
    done = subprocess.run(itself, capture_output=True, text=True, env=surroundings, check=True)  # noqa: S603 - ourselves
    assert int(done.stdout) > 1_000


def test_ours_comes_first() -> None:
    assert FAMILY[0] == "Noto Sans SC"
