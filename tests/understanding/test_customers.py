import pytest

from understanding.directory import Directory, Known

NAMES = (
    "Acme Tools Ltd.",
    "Northgate Bakery",
    "Northgate Brewery",
    "St. Mary's Hospital",
    "Harlow & Finch Solicitors",
    "恒大钢铁集团有限公司",
    "恒大物业管理有限公司",
    "苏州云帆精密机械有限公司",
    "上海第二纺织厂",
    "高雄福星水產",
)


def directory() -> Directory:
    return Directory(Known(key, name) for key, name in enumerate(NAMES))


def meant(text: str) -> list[str]:
    return [NAMES[one.key] for one in directory().named(text)]


def test_a_shortened_name_is_known() -> None:
    assert meant("popped into Acme") == ["Acme Tools Ltd."]


def test_a_misspelt_name_is_known() -> None:
    assert meant("saw harlwo and finch today") == ["Harlow & Finch Solicitors"]


def test_initials_are_known() -> None:
    assert meant("rang HFS about the lease") == ["Harlow & Finch Solicitors"]


def test_pinyin_is_known() -> None:
    assert meant("met yunfan jingmi this morning") == ["苏州云帆精密机械有限公司"]


def test_the_other_script_is_known() -> None:
    assert meant("蘇州雲帆的貨到了") == ["苏州云帆精密机械有限公司"]


def test_simplified_finds_traditional() -> None:
    assert meant("福星水产下单了") == ["高雄福星水產"]


def test_a_homophone_is_known() -> None:
    assert meant("去了云凡精密机械") == ["苏州云帆精密机械有限公司"]


def test_one_word_tells_near_duplicates_apart() -> None:
    assert meant("northgate brewery paid") == ["Northgate Brewery"]


def test_what_fits_two_customers_is_in_doubt() -> None:
    [one] = directory().named("visited hengda yesterday")
    assert {NAMES[key] for key, _ in one.scores} == {"恒大钢铁集团有限公司", "恒大物业管理有限公司"}
    assert one.sure < 0.5


def test_a_clear_name_is_sure() -> None:
    [one] = directory().named("visited Acme yesterday")
    assert one.sure >= 0.5


def test_everyday_words_name_nobody() -> None:
    assert meant("they like the new tools and will order more") == []


def test_a_learned_alias_is_known_at_once() -> None:
    book = directory()
    book.add(Known(0, NAMES[0], aliases=("the yellow shed",)))
    assert [one.key for one in book.named("dropped by the yellow shed")] == [0]


def test_a_new_customer_is_known_at_once() -> None:
    book = directory()
    book.add(Known(77, "Quillfeather Press"))
    assert [one.key for one in book.search("quillfeather")] == [77]


def test_a_search_offers_the_likeliest_first() -> None:
    best, *_ = directory().search("northgate brew")
    assert best.name == "Northgate Brewery"


def test_a_search_for_nothing_finds_nothing() -> None:
    assert directory().search("   ") == ()


@pytest.mark.parametrize("text", ["S'", "'s", "s's", "\u0301"])
def test_a_word_of_which_nothing_remains_is_no_customer(text: str) -> None:
    assert Directory([Known(1, "Acme Tools")]).named(text) == []
