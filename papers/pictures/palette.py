"""Colours that the colour-blind can tell apart (Okabe and Ito, "Color Universal Design", 2008), on light paper."""

PAPER = "#FCFCFA"
INK = "#20242A"
FAINT = "#6B7078"
GRID = "#DDDFE2"
BLUE = "#0072B2"
GREEN = "#009E73"
ORANGE = "#E69F00"
VERMILION = "#D55E00"


def tint(colour: str, share: float) -> str:
    """So much of the colour, the rest is paper."""
    mixed = (
        round(int(paper, 16) + (int(full, 16) - int(paper, 16)) * share)
        for full, paper in zip(_parts(colour), _parts(PAPER), strict=True)
    )
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _parts(colour: str) -> tuple[str, str, str]:
    return colour[1:3], colour[3:5], colour[5:7]
