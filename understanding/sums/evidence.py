"""How plainly a number is money, all that speaks for it and against it weighed."""

from understanding.sums.figure import Figure, Form
from understanding.sums.speaking_against import counts, follows_year_word, is_clock, is_code, is_named
from understanding.sums.speaking_for import (
    PLAINLY,
    ends_sentence,
    is_price_of_one,
    is_small_change,
    signs,
    stands_as_sum,
)

_LEAST, _THOUSAND, _LARGE = 100, 1000, 10_000
"""A smaller bare number counts things."""
_YEARS = range(1950, 2100)


def strength(text: str, figure: Figure, start: int, end: int, *, told: bool) -> int:
    """0 if a number is no money, 3 if its currency is told, else 1 or 2."""
    if told:
        return 3
    if _is_too_small(figure):
        small = is_small_change(text, figure) or is_price_of_one(text, figure)
        return int(small and is_bare(text, figure))
    if is_code(text, figure) or counts(text, figure) or (figure.doubtful and not _is_cleared(text, figure)):
        return 0
    if figure.doubtful and figure.form is Form.WORDS:
        return 2
    if figure.scaled and (figure.form is Form.DIGITS or figure.value >= _THOUSAND):
        return 2
    return _by_context(text, figure, start, end)


def is_bare(text: str, figure: Figure) -> bool:
    """Whether nothing speaks against a number."""
    return not figure.doubtful and not is_code(text, figure) and not counts(text, figure)


def _is_too_small(figure: Figure) -> bool:
    in_words = figure.form is not Form.DIGITS and not figure.scaled and not figure.doubtful
    return figure.value < _LEAST or in_words


def _is_cleared(text: str, figure: Figure) -> bool:
    """12 500 needs a currency, 2.5L and eleven four a word of money."""
    if figure.form is Form.WORDS and is_clock(text, figure):
        return False
    said = text[figure.start : figure.end]
    needs_more = figure.form is Form.DIGITS and not figure.scaled
    return not (needs_more and (" " in said or "," in said)) and signs(text, figure.start, figure.end) > 0


def _is_reference(figure: Figure) -> bool:
    """Order 55021: nobody tells so large a sum to the last unit without a mark."""
    plain = figure.form is Form.DIGITS and not (figure.grouped or figure.scaled)
    return plain and figure.value >= _LARGE and figure.value % 10 != 0 and figure.value == int(figure.value)


def _by_context(text: str, figure: Figure, start: int, end: int) -> int:
    found = signs(text, start, end)
    is_year = figure.value in _YEARS and not figure.grouped and figure.form is Form.DIGITS
    if is_year and (found < PLAINLY or follows_year_word(text, start)):
        return 0
    if found and not (found < PLAINLY and _is_reference(figure)):
        return 2 if found >= PLAINLY and not is_named(text, start) else 1
    stands = stands_as_sum(text, figure, start, end) or ends_sentence(text, start, end)
    return int(stands and not is_named(text, start))
