"""Pictures are drawn in the worker process, and only there: the bot's own never loads what draws."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from papers.pictures.drawing import Picture, draw
from papers.worker import Worker
from tests.papers.pictures.answer_samples import NAMES, NUMBERED
from tests.papers.pictures.digest_samples import DIGESTS
from tests.papers.pictures.samples import COURSES, RISKS, SEGMENTED, VOICES
from wording.cards.pictures.answer_chart import answer_chart
from wording.cards.pictures.digest_picture import digest_picture
from wording.cards.pictures.risk_plot import risk_plot
from wording.cards.pictures.segment_map import segment_map
from wording.cards.pictures.timeline import timeline

VOICE = VOICES["zh"]
PICTURES: dict[str, Picture] = {
    "timeline": timeline(COURSES["every three weeks"], VOICE),
    "segments": segment_map(SEGMENTED["all"], VOICE),
    "risks": risk_plot(RISKS["200 at one point"], VOICE),
    "answer": answer_chart(NUMBERED["two years by month"], NAMES, VOICE),
    "digest": digest_picture(DIGESTS["200 reps, a quarter"], VOICE),
}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.mark.parametrize("name", PICTURES)
def test_the_worker_draws(worker: Worker, name: str) -> None:
    assert worker.make_now(draw, PICTURES[name]).startswith(b"\x89PNG")


def test_the_bot_s_own_process_loads_nothing_that_draws() -> None:
    code = (
        "import sys, bot.command_line, bot.furnishing, bot.running, handlers.showing\n"
        "print(*sorted({'matplotlib', 'pylopdf_fonts_zh_cn'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ourselves
    assert done.stdout.strip() == ""
