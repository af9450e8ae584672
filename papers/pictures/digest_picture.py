"""Draws the page under a digest: activity, orders and payments, complaints, and what may be lost."""

from papers.pictures import bar_list, heat_map, pairs
from papers.pictures.palette import GREEN, VERMILION
from papers.pictures.sheet import MARGIN, WIDTH, Box, Sheet
from sales.pictures.digest_picture import DigestPicture

_HEAD, _APART = 126, 30


def sheet(page: DigestPicture) -> Sheet:
    heights = (
        heat_map.height(page.activity),
        pairs.height(page.sums),
        bar_list.height(page.complaints),
        bar_list.height(page.at_risk),
    )
    paper = Sheet(round(_HEAD + sum(heights) + _APART * len(heights)))
    paper.title(page.title, page.note)
    activity, sums, complaints, at_risk = _parts(paper.height - _HEAD, heights)
    heat_map.draw(page.activity, paper, activity)
    pairs.draw(page.sums, paper, sums)
    bar_list.draw(page.complaints, paper, complaints, GREEN)
    bar_list.draw(page.at_risk, paper, at_risk, VERMILION)
    return paper


def _parts(top: float, heights: tuple[float, ...]) -> list[Box]:
    """One below the other."""
    found = []
    for height in heights:
        found.append(Box(MARGIN, top - height, WIDTH - 2 * MARGIN, height))
        top -= height + _APART
    return found
