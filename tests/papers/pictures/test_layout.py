"""Words in pictures: nothing is cut, nothing lies upon something else, and no glyph is missing."""

from itertools import combinations

import pytest
from matplotlib.text import Text

from papers.pictures import answer_chart as drawn_answer
from papers.pictures import digest_picture as drawn_digest
from papers.pictures import risk_plot as drawn_risks
from papers.pictures import segment_map as drawn_segments
from papers.pictures import timeline as drawn_timeline
from papers.pictures.sheet import WIDTH, Sheet, png
from tests.papers.pictures.answer_samples import NAMES, NUMBERED
from tests.papers.pictures.digest_samples import DIGESTS
from tests.papers.pictures.samples import COURSES, RISKS, SEGMENTED, VOICES
from wording.cards.pictures.answer_chart import answer_chart
from wording.cards.pictures.digest_picture import digest_picture
from wording.cards.pictures.risk_plot import risk_plot
from wording.cards.pictures.segment_map import segment_map
from wording.cards.pictures.timeline import timeline

EVERY = [
    *(("timeline", name, language) for name in COURSES for language in VOICES),
    *(("segments", name, language) for name in SEGMENTED for language in VOICES),
    *(("risks", name, language) for name in RISKS for language in VOICES),
    *(("digest", name, language) for name in DIGESTS for language in VOICES),
    *(("answer", name, language) for name in NUMBERED for language in VOICES),
]


def sheet(kind: str, name: str, language: str) -> Sheet:
    voice = VOICES[language]
    match kind:
        case "timeline":
            return drawn_timeline.sheet(timeline(COURSES[name], voice))
        case "segments":
            return drawn_segments.sheet(segment_map(SEGMENTED[name], voice))
        case "answer":
            return drawn_answer.sheet(answer_chart(NUMBERED[name], NAMES, voice))
        case "digest":
            return drawn_digest.sheet(digest_picture(DIGESTS[name], voice))
        case _:
            return drawn_risks.sheet(risk_plot(RISKS[name], voice))


def words(paper: Sheet) -> list[Text]:
    return [text for text in paper.figure.texts if text.get_text()]


@pytest.mark.parametrize(("kind", "name", "language"), EVERY)
def test_words_are_whole_and_apart(kind: str, name: str, language: str) -> None:
    paper = sheet(kind, name, language)
    boxes = {text: text.get_window_extent() for text in words(paper)}
    cut = [text.get_text() for text, box in boxes.items() if box.x0 < 0 or box.x1 > WIDTH]
    cut += [text.get_text() for text, box in boxes.items() if box.y0 < 0 or box.y1 > paper.height]
    assert cut == []
    # A line's box has room above and below its letters.
    upon = [
        (one.get_text(), other.get_text())
        for one, other in combinations(boxes, 2)
        if boxes[one].padded(-3).overlaps(boxes[other].padded(-3))
    ]
    assert upon == []


@pytest.mark.parametrize(("kind", "name", "language"), EVERY)
def test_no_glyph_is_missing(kind: str, name: str, language: str) -> None:
    """A missing one is a warning of matplotlib's, and warnings are errors here."""
    assert png(sheet(kind, name, language)).startswith(b"\x89PNG")


def test_a_picture_is_small_enough_for_a_phone() -> None:
    content = png(sheet("timeline", "every three weeks", "zh"))
    width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
    assert (width, height) == (1080, 608)
    assert len(content) < 200_000
