"""The worker process does what it is given, and is replaced when a paper kills it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from papers.worker import PaperFailedError, Worker


def whose() -> int:
    return os.getpid()


def dies(file: str) -> str:
    """The first time, this process ends under the work."""
    try:
        with open(file, "x"):  # noqa: PTH123 - the shortest way to be first
            os._exit(1)
    except FileExistsError:
        return "second try"


def always_dies() -> None:
    os._exit(1)


def never_ends() -> None:
    while True:
        time.process_time()


def refuses() -> None:
    raise ValueError("no such paper")


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker(patience=0.5)
    yield worker
    worker.close()


async def test_works_in_another_process(worker: Worker) -> None:
    assert await worker.make(whose) != os.getpid()


def test_keeps_its_process(worker: Worker) -> None:
    assert worker.make_now(whose) == worker.make_now(whose)


def test_tries_again_when_the_process_died(worker: Worker, tmp_path: object) -> None:
    assert worker.make_now(dies, f"{tmp_path}/once") == "second try"


def test_a_paper_that_kills_twice_is_given_up_and_the_next_one_works(worker: Worker) -> None:
    with pytest.raises(PaperFailedError, match="always_dies"):
        worker.make_now(always_dies)
    assert worker.make_now(whose)


def test_a_paper_that_never_ends_is_stopped(worker: Worker) -> None:
    with pytest.raises(PaperFailedError):
        worker.make_now(never_ends)


def test_an_error_of_the_work_arrives_as_it_is(worker: Worker) -> None:
    with pytest.raises(ValueError, match="no such paper"):
        worker.make_now(refuses)


ORPHANED = """
import os, signal
from papers.worker import Worker
from tests.papers.test_worker import whose
if __name__ == "__main__":
    print(Worker().make_now(whose), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_bot_that_is_killed_leaves_no_worker(tmp_path: Path) -> None:
    """The worker holds the other end of our pipe: the output ends when it has gone, too."""
    script = tmp_path / "orphaned.py"
    script.write_text(ORPHANED)
    process = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        timeout=30,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.returncode == -signal.SIGKILL
    assert int(process.stdout) != os.getpid()


def test_closing_twice_does_no_harm(worker: Worker) -> None:
    worker.close()
    worker.close()
