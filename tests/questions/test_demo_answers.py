"""What the labelled questions are answered on the demo's year, held against a second count over its plain rows."""

from collections.abc import Iterator

import pytest

from sales.people import Member
from storage.migrating import migrate
from storage.store import Session, Store, open_store
from tests.questions.demo_book import NOW, fill_demo, second_count
from tests.questions.product_answers import fits, product_answer
from tests.questions.readings import Labelled, labelled, typed
from tests.questions.second_count import SecondCount

LEAST = 0.97
"""Of all 150, those that were not looked at with them. It may rise, not fall."""
_SEEN = [one for one in (*labelled(), *typed()) if one.seen]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Written once: it takes seconds."""
    url = f"sqlite:///{tmp_path_factory.mktemp('questions')}/demo.db"
    migrate(url)
    store = open_store(url)
    yield store
    store.close()


@pytest.fixture(scope="module")
def filled(store: Store) -> Iterator[tuple[Session, Member, SecondCount]]:
    with store.transaction() as session:
        boss = fill_demo(session)
        session.flush()
        yield session, boss, second_count(session)


def agrees(filled: tuple[Session, Member, SecondCount], asked: Labelled) -> bool:
    session, boss, second = filled
    return fits(product_answer(session, boss, asked.text, NOW), second.of(asked.means))


@pytest.mark.parametrize("asked", _SEEN, ids=[one.text for one in _SEEN])
def test_an_answer_is_what_a_second_count_comes_to(
    filled: tuple[Session, Member, SecondCount], asked: Labelled
) -> None:
    session, boss, second = filled
    answered, counted = product_answer(session, boss, asked.text, NOW), second.of(asked.means)
    assert fits(answered, counted), (answered, counted)


def test_nearly_all_of_the_150_are_answered_right(filled: tuple[Session, Member, SecondCount]) -> None:
    right = sum(agrees(filled, one) for one in labelled())
    assert right / len(list(labelled())) >= LEAST, right


def test_most_of_them_have_something_to_count(filled: tuple[Session, Member, SecondCount]) -> None:
    """Or two wrong zeros would agree."""
    counted = [filled[2].of(one.means) for one in (*labelled(), *typed())]
    assert sum(one is not None and one.total > 0 for one in counted) > 0.85 * len(counted)
