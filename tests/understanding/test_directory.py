"""A directory that changes is the directory that would be built anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.directory import Directory, Known

NAMES = [
    "Acme Tools Ltd.", "Acme Foods", "Northgate Bakery", "Northgate Brewery", "恒大钢铁集团有限公司", "恒达电子",
    "DIC Labels (Kunshan)", "St. Mary's Hospital", "云帆精密", "Harlow & Finch", "", "  ", "有限公司",
]  # fmt: skip
TEXTS = [
    "acme paid",
    "northgate brewery called",
    "恒大钢铁来电",
    "hengda",
    "DIC那边",
    "HF rang",
    "St Marys",
    "云凡精密下单",
]

change = st.tuples(st.integers(0, 5), st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=2))


def told(directory: Directory) -> list[object]:
    return [directory.named(text) for text in TEXTS]


def known(row: tuple[int, str, list[str]]) -> Known:
    key, name, aliases = row
    return Known(key, name, tuple(aliases))


@settings(max_examples=60, deadline=None)
@given(st.lists(change, max_size=6), st.lists(change, max_size=6), st.sets(st.integers(0, 5)))
def test_step_by_step_or_at_once(
    first: list[tuple[int, str, list[str]]], later: list[tuple[int, str, list[str]]], gone: set[int]
) -> None:
    changed = Directory(map(known, first))
    for row in later:
        changed.add(known(row))
    for key in gone:
        changed.remove(key)
    now = {row[0]: known(row) for row in [*first, *later] if row[0] not in gone}
    assert told(changed) == told(Directory(now.values()))


@settings(max_examples=60, deadline=None)
@given(st.lists(change, max_size=6), st.lists(change, max_size=6))
def test_renewed_or_built_anew(
    first: list[tuple[int, str, list[str]]], later: list[tuple[int, str, list[str]]]
) -> None:
    before, after = ({row[0]: known(row) for row in rows} for rows in (first, later))
    renewed = Directory(before.values())
    renewed.renew(after.values())
    assert told(renewed) == told(Directory(after.values()))


def test_who_is_gone_is_not_found() -> None:
    book = Directory([Known(1, "Quillfeather Press"), Known(2, "Acme Tools")])
    book.remove(1)
    book.remove(3)
    assert book.named("quillfeather paid") == []
    assert book.get(1) is None


def test_a_former_name_is_forgotten() -> None:
    book = Directory([Known(1, "Quillfeather Press")])
    book.add(Known(1, "Thornbury Print"))
    assert book.named("quillfeather paid") == []
    assert [one.key for one in book.named("thornbury paid")] == [1]


def test_a_learned_alias_may_be_an_ordinary_word() -> None:
    book = Directory([Known(1, "Summit Dental Group"), Known(2, "Summit Foods")])
    book.add(Known(2, "Summit Foods", aliases=("summit",)))
    [one] = book.named("lunch with the buyer, summit took ten boxes")
    assert (one.key, one.sure >= 0.5) == (2, True)


def test_a_learned_alias_in_chinese_settles_who_is_meant() -> None:
    book = Directory([Known(1, "恒大钢铁集团有限公司"), Known(2, "恒大物业管理有限公司")])
    book.add(Known(2, "恒大物业管理有限公司", aliases=("恒大",)))
    [one] = book.named("恒大说要退货")
    assert (one.key, one.sure >= 0.5) == (2, True)
