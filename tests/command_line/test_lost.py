"""`rapport lost`: orders in, a chance for each customer out; what is wrong is said in a line."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.command_line.conftest import Rapport

ON = date(2026, 3, 2)


def written(file: Path, gaps: dict[str, tuple[int, int]]) -> str:
    """Customers with days between orders and days of silence, a year of orders each."""
    rows = [
        f"{name},{ON - timedelta(silent + gap * number)},{100 + number}"
        for name, (gap, silent) in gaps.items()
        for number in range(max(2, 365 // gap))
    ]
    file.write_text("\n".join(["customer_id,date,amount", *rows]), encoding="utf-8")
    return str(file)


@pytest.fixture
def orders(folder: Path) -> str:
    return written(
        folder / "orders.csv",
        {
            "恒大": (7, 3),
            "weekly gone": (7, 120),
            "yearly": (180, 120),
            "monthly": (30, 12),
            "monthly gone": (30, 200),
        },
    )


def chances(output: str) -> dict[str, float]:
    return {row["customer_id"]: float(row["p_lost"]) for row in csv.DictReader(io.StringIO(output))}


def test_a_slip_in_the_year_does_not_move_the_day(rapport: Rapport, orders: str) -> None:
    plain = rapport("lost", "--orders", orders)
    with Path(orders).open("a", encoding="utf-8") as file:
        file.write("\n恒大,2099-01-01,5")
    result = rapport("lost", "--orders", orders)
    assert result.stdout == plain.stdout
    assert result.stderr == f"{orders}: left out as days to come, up to 2099-01-01: 1. Or give a day with --on.\n"
    only = Path(orders).with_name("only.csv")
    only.write_text("customer_id,date\nA,2099-01-01\n", encoding="utf-8")
    assert "nothing but orders of days to come" in rapport("lost", "--orders", str(only)).stderr


def test_each_customer_has_a_chance(rapport: Rapport, orders: str) -> None:
    result = rapport("lost", "--orders", orders, "--on", "2026-03-02", "--within", "60")
    found = chances(result.stdout)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert list(found) == ["恒大", "weekly gone", "yearly", "monthly", "monthly gone"]
    assert found["恒大"] < 0.2 < found["yearly"] < found["weekly gone"]
    assert found["monthly"] < 0.4 < found["monthly gone"]
    assert all(len(line.rpartition(".")[2]) == 6 for line in result.stdout.splitlines()[1:])


def test_who_was_not_there_yet_is_not_told_of_nor_looked_at(rapport: Rapport, orders: str, folder: Path) -> None:
    before = rapport("lost", "--orders", orders, "--on", "2026-03-02").stdout
    file = Path(orders)
    later = "\nnew,2026-03-03,5\n恒大,2026-04-01,-5\nweekly gone,2026-03-09,1\n"
    (folder / "more.csv").write_text(file.read_text(encoding="utf-8") + later, encoding="utf-8")
    assert rapport("lost", "--orders", "more.csv", "--on", "2026-03-02").stdout == before


def test_a_return_is_no_order(rapport: Rapport, orders: str) -> None:
    before = chances(rapport("lost", "--orders", orders, "--on", "2026-03-02").stdout)
    with Path(orders).open("a", encoding="utf-8") as file:
        file.write("\nmonthly,2026-03-01,-50\nonly returns,2026-03-01,-9")
    after = chances(rapport("lost", "--orders", orders, "--on", "2026-03-02").stdout)
    assert after.keys() - before.keys() == {"only returns"}
    assert after["monthly"] == pytest.approx(before["monthly"], abs=0.1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("", "is empty. It needs columns", id="empty"),
        pytest.param("customer_id,date,amount\n", "has no order that can be read", id="headings only"),
        pytest.param("date,amount\n2026-01-01,5\n", "its headings are date, amount", id="nobody"),
        pytest.param("customer,amount\na,5\n", "no column that says on which day", id="no day"),
        pytest.param("customer,date\na,2027-01-01\n", "the first is of 2027-01-01", id="in the future"),
        pytest.param("%PDF-1.7", "cannot be read as a table", id="a PDF"),
    ],
)
def test_what_is_wrong_is_said_with_how_to_mend_it(rapport: Rapport, folder: Path, text: str, told: str) -> None:
    (folder / "orders.csv").write_text(text)
    result = rapport("lost", "--orders", "orders.csv", "--on", "2026-03-02")
    assert result.exit_code == 3
    assert result.stdout == ""
    assert told in result.stderr
    assert "orders.csv" in result.stderr


def test_a_file_that_is_not_there(rapport: Rapport) -> None:
    result = rapport("lost", "--orders", "none.csv")
    assert (result.exit_code, result.stderr) == (3, "none.csv: there is no such file.\n")


def test_bad_lines_are_named_and_stop_no_other(rapport: Rapport, folder: Path) -> None:
    lines = ["customer_id,date,amount", "a,2026-01-02,5", *["b,soon,5"] * 22, "c,2026-01-04,1"]
    (folder / "orders.csv").write_text("\n".join(lines))
    result = rapport("lost", "--orders", "orders.csv")
    assert result.exit_code == 0
    assert list(chances(result.stdout)) == ["a", "c"]
    assert "orders.csv, line 3: “soon” is no date; left out. Write it as 2026-03-02." in result.stderr
    assert "2 more such lines" in result.stderr


def test_days_in_doubt_are_told_and_may_be_turned(rapport: Rapport, folder: Path) -> None:
    (folder / "orders.csv").write_text("customer_id,date\na,3/4/2026\nb,5/4/2026\n")
    assert "are read day first; say --month-first" in rapport("lost", "--orders", "orders.csv").stderr
    turned = rapport("lost", "--orders", "orders.csv", "--month-first", "--on", "2026-03-20")
    assert list(chances(turned.stdout)) == ["a"]


def test_how_good_it_was_is_told_from_the_same_file(rapport: Rapport, folder: Path) -> None:
    gaps = {f"c{number}": (6 + number % 20, 3 + (number % 3) * 70) for number in range(60)}
    file = written(folder / "orders.csv", gaps)
    result = rapport("lost", "--orders", file, "--on", "2026-03-02", "--within", "30", "--backtest")
    assert result.exit_code == 0
    assert "Asked on 6 days from 2025-09-03 to 2026-01-31" in result.stdout
    assert "alerts (3 orders or more, a chance of 70% or more)" in result.stdout
    assert "90% to 100%" in result.stdout


def test_too_little_data_is_said(rapport: Rapport, orders: str) -> None:
    result = rapport("lost", "--orders", orders, "--backtest")
    assert result.exit_code == 0
    assert result.stdout.startswith("Too little data to say how good this is: ")


def test_the_companys_own_orders_can_be_asked_about(rapport: Rapport) -> None:
    result = rapport("lost", "--store", "--backtest")
    assert result.exit_code == 3
    assert result.stderr == "The company has no orders on record. Read a list of orders in with /import.\n"


@pytest.mark.parametrize("args", [(), ("--store",), ("--store", "--backtest", "--orders", "orders.csv")])
def test_which_orders_must_be_clear(rapport: Rapport, args: tuple[str, ...]) -> None:
    result = rapport("lost", *args)
    assert result.exit_code == 2
    assert "--orders" in result.stderr


def test_odd_amounts_and_days_are_named_or_left_out_and_the_rest_goes_on(rapport: Rapport, folder: Path) -> None:
    rows = [
        "客户;日期;金额",
        "A1;2026-01-02;1,234.50",
        "A1;2026-02-02;0",
        f"A1;2026-02-20;{'9' * 30}",
        "B2;2031-01-01;5",
    ]
    (folder / "orders.csv").write_bytes("\n".join(rows).encode("gb18030"))
    result = rapport("lost", "--orders", "orders.csv", "--on", "2026-03-02")
    assert result.exit_code == 0
    assert list(chances(result.stdout)) == ["A1"]
    assert f"line 4: “{'9' * 30}” is no amount; the order counts all the same." in result.stderr


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["a,2026-03-01,5"], id="one customer, one order"),
        pytest.param([f"c{number},2026-03-02,5" for number in range(300)], id="all on one day"),
        pytest.param(["a,2006-01-01,5", "a,2016-01-01,5", "a,2026-01-01,5", "b,2026-01-01,5"], id="ten years of gaps"),
    ],
)
def test_strange_books_give_chances_all_the_same(rapport: Rapport, folder: Path, rows: list[str]) -> None:
    (folder / "orders.csv").write_text("\n".join(["customer_id,date,amount", *rows]))
    result = rapport("lost", "--orders", "orders.csv", "--on", "2026-03-02", "--within", "60")
    assert result.exit_code == 0
    assert all(0 <= chance <= 1 for chance in chances(result.stdout).values())
    told = rapport("lost", "--orders", "orders.csv", "--on", "2026-03-02", "--backtest")
    assert told.stdout.startswith("Too little data")
