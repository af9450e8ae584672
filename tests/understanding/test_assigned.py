"""An action may begin with who is to do it."""

import pytest

from understanding.assigned import Assigned, assigned


@pytest.mark.parametrize(
    ("action", "means"),
    [
        ("Anna should call Acme", Assigned("Anna", "call Acme")),
        ("anna, please send the quote", Assigned("anna", "send the quote")),
        ("Anna has to visit them", Assigned("Anna", "visit them")),
        ("让Anna 给Acme打电话", Assigned("Anna", "给Acme打电话")),
        ("派Anna去看看", Assigned("Anna", "去看看")),
        ("call Anna", None),
        ("send the new quote", None),
        ("打电话", None),
    ],
)
def test_who_is_to_do_it(action: str, means: Assigned | None) -> None:
    assert assigned(action) == means
