"""Colours that stand for different things can be told apart by those who see no red or no green, and words be read."""

import numpy as np
import pytest
from numpy.typing import NDArray

from papers.pictures.palette import BLUE, FAINT, GREEN, INK, ORANGE, PAPER, VERMILION, tint
from papers.pictures.segment_map import FAINTEST, FULLEST

SEEN = {
    "all colours": np.eye(3),
    "no green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
    ),
    "no red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
}
"""What such eyes see, on linear RGB: Machado, Oliveira and Fernandes (2009), complete loss."""
Floats = NDArray[np.float64]
TOLD_APART = {
    "bar and shade": (BLUE, tint(ORANGE, 0.45)),
    "visit and call": (GREEN, VERMILION),
    "a dot and one of the named": (BLUE, VERMILION),
}
SIDE_BY_SIDE = {
    "to cherish, to win": (BLUE, GREEN),
    "to cherish, to look after": (BLUE, ORANGE),
    "to win, to look after": (GREEN, ORANGE),
    "to look after, gone": (ORANGE, FAINT),
}
CLEARLY, JUST = 35.0, 10.0
"""Distances in Lab; 2 can just be seen by those who look closely."""


def linear(colour: str) -> Floats:
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb: Floats) -> Floats:
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089])
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, other: str) -> float:
    """As the Web Content Accessibility Guidelines count it."""
    lights = sorted(float(np.array([0.2126, 0.7152, 0.0722]) @ linear(colour)) + 0.05 for colour in (one, other))
    return lights[1] / lights[0]


@pytest.mark.parametrize("eye", SEEN)
@pytest.mark.parametrize("pair", TOLD_APART)
def test_marks_are_told_apart(pair: str, eye: str) -> None:
    one, other = (lab(SEEN[eye] @ linear(colour)) for colour in TOLD_APART[pair])
    assert np.linalg.norm(one - other) > CLEARLY


@pytest.mark.parametrize("eye", SEEN)
@pytest.mark.parametrize("pair", SIDE_BY_SIDE)
def test_areas_side_by_side_are_told_apart(pair: str, eye: str) -> None:
    one, other = (lab(SEEN[eye] @ linear(tint(colour, FAINTEST))) for colour in SIDE_BY_SIDE[pair])
    assert np.linalg.norm(one - other) > JUST


@pytest.mark.parametrize("ground", [PAPER, *(tint(colour, FULLEST) for colour in (BLUE, GREEN, ORANGE, FAINT))])
def test_words_are_readable(ground: str) -> None:
    assert contrast(INK, ground) > 4.5


def test_faint_words_are_readable_too() -> None:
    assert contrast(FAINT, PAPER) > 4.5
