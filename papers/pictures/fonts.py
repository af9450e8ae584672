"""The fonts of pictures: Noto Sans SC, which comes with the house, and DejaVu Sans for what that lacks."""

import unicodedata
from functools import cache

from matplotlib import get_data_path
from matplotlib.font_manager import fontManager
from matplotlib.ft2font import FT2Font
from pylopdf_fonts_zh_cn import sans_path

FAMILY = ("Noto Sans SC", "DejaVu Sans")
_MISSING = "□"
_SILENT = frozenset({"Cc", "Cf", "Mn", "Me", "Cs", "Co"})
"""Categories of signs that are better left out than shown as a box: joiners, selectors, marks of no letter."""


@cache
def provide() -> None:
    """Make them known, once in the life of the process: no machine needs to have any font."""
    fontManager.addfont(str(sans_path()))


@cache
def _drawable() -> frozenset[int]:
    files = (str(sans_path()), f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf")
    return frozenset[int]().union(*(FT2Font(file).get_charmap() for file in files))


def drawable(words: str) -> str:
    """The words with a box for each sign that neither font has."""
    return "".join(_sign(one) for one in unicodedata.normalize("NFC", words))


def _sign(sign: str) -> str:
    if sign == "\n" or (ord(sign) in _drawable() and unicodedata.category(sign) not in _SILENT):
        return sign
    return "" if unicodedata.category(sign) in _SILENT else _MISSING
