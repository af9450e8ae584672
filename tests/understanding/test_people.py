"""Persons are found in both languages, with and without titles, as whole names; roles, firms and months are none."""

import pytest

from understanding.message.people import finding
from understanding.spelling import plain

SURE = 0.5


def named(text: str, *, least: float = SURE) -> list[str]:
    return [one.name for one in finding.persons(text, plain(text), [], ()) if one.sure >= least]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("met sarah", ["sarah"]),
        ("talked to pat ellis she goes if we had it in stock", ["pat ellis"]),
        ("rang jase at the depot, he reckons its fine", ["jase"]),
        ("nurse joy called, chef antonio says hi", ["joy", "antonio"]),
        ("met Ah Seng and Mdm Tan, Uncle Roger was out", ["Ah Seng", "Tan", "Roger"]),
        ("Puan Siti confirmed, Herr Weber wants a quote", ["Siti", "Weber"]),
        ("Dr. O'Brien and Prof. Nguyễn liked it", ["O'Brien", "Nguyễn"]),
        ("Hélène said yes", ["Hélène"]),
        ("spoke with J. T. Cobb about the price", ["J. T. Cobb"]),
        ("saw Walter Marsh of the mill", ["Walter Marsh"]),
        ("May from the mill called", ["May"]),
        ("Siobhan's birthday is 3 May", ["Siobhan"]),
        ("today only Lorcan and Mrs. D'Souza, both cheerful", ["Lorcan", "D'Souza"]),
    ],
)
def test_english(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("今天见了王总,李工说图纸不对", ["王总", "李工"]),
        ("陈姐和老周都在,小丁没来", ["陈姐", "老周", "小丁"]),
        ("曾经理打电话来,戴社长想要样品", ["曾经理", "戴社长"]),
        ("苏护士长说针头断了", ["苏护士长"]),
        ("许生话要平啲,旺叔同阿强都嚟咗", ["许生", "旺叔", "阿强"]),
        ("梁仔说下周付款", ["梁仔"]),
        ("陳小姐要改顏色", ["陳小姐"]),
        ("范医生投诉,财务小刘确认", ["范医生", "小刘"]),
        ("今天跟欧阳建设聊了半小时他说价格可以", ["欧阳建设"]),
        ("见了赵雨桐她刚接手采购", ["赵雨桐"]),
        ("去找王敏聊了聊合同", ["王敏"]),
        ("项目由李建国负责", ["李建国"]),
        ("联系人:黄志强,新来的采购叫周倩", ["黄志强", "周倩"]),
        ("跟David聊了,Monica发邮件来", ["David", "Monica"]),
        ("May姐说好,Tan 老板要分期", ["May姐", "Tan"]),
    ],
)
def test_chinese(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "visited in May, the owner wants 3 by June",
        "their director wants a discount",
        "Quote for 3 Makita drills, ship Friday",
        "采购说太贵,老板不同意",
        "仓库发货了,财务周一对账",
        "明天高铁去成都,方案还没定",
        "华为和小米都在看,华东区的项目",
    ],
)
def test_nobody(text: str) -> None:
    assert named(text) == []


def test_what_is_taken_by_a_customer_ends_a_name() -> None:
    text = "恒达陈老板说好"
    assert [one.name for one in finding.persons(text, text, [(0, 2)], ())] == ["陈老板"]


def test_a_name_that_is_a_customers_too_is_offered() -> None:
    text = "met Mrs. Okafor, she wants ten"
    found = finding.persons(text, text.lower(), [(9, 15)], ())
    assert [one.name for one in found] == ["Okafor"]


def test_a_colleague_is_less_likely_than_a_customers_person() -> None:
    ours, theirs = "I told our Kelvin", "I told their Kelvin"
    assert _likeliest(ours) < _likeliest(theirs)


def _likeliest(text: str) -> float:
    return max((one.sure for one in finding.persons(text, plain(text), [], ())), default=0.0)
