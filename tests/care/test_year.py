"""A virtual year with jumps, restarts, changing clocks, hand-overs and two replicas: everything once, nothing early."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.care.year import Replicas

FEW, SOME, EVERY_DAY = 2, 5, 0


@pytest.fixture(scope="module")
def replicas(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Replicas]:
    path = tmp_path_factory.mktemp("year") / "rapport.db"
    shutil.copy(migrated_file, path)
    both = Replicas(f"sqlite:///{path}")
    yield both
    both.close()


@pytest.mark.parametrize("first", range(0, 50, 10))
async def test_ten_years_go_by(replicas: Replicas, first: int) -> None:
    occurrences = [await replicas.live(seed, FEW) for seed in range(first, first + 10)]
    assert sum(occurrences) > 50, "years without anything prove little"


async def test_a_year_goes_by_on_postgresql(postgres_url: str) -> None:
    both = Replicas(postgres_url)
    assert await both.live(50, FEW) > 5
    both.close()


@pytest.mark.torture
@pytest.mark.parametrize("first", range(1000, 2000, 20))
async def test_a_thousand_years_go_by(replicas: Replicas, first: int) -> None:
    for seed in range(first, first + 20):
        await replicas.live(seed, SOME)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(5))
async def test_a_year_of_which_every_day_is_lived(replicas: Replicas, seed: int) -> None:
    assert await replicas.live(seed, EVERY_DAY) > 200
