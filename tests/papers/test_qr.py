"""The picture of a link."""

import struct

from papers.qr import qr_picture

LINK = "https://t.me/rapport_bot?start=" + "A" * 32


def test_is_a_png_large_enough_to_scan() -> None:
    picture = qr_picture(LINK)
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG")
    assert width == height >= 300


def test_other_links_give_other_pictures() -> None:
    assert qr_picture(LINK) != qr_picture(LINK + "B")
