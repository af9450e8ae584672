"""The map: who is on it, where it begins, what is taken together, and how one looks closer; as values and over HTTP."""

import re
from datetime import date

import pytest
from sqlmodel import Session

from sales.complaints import State
from sales.customer_map import Cell, CustomerMap, Extent, MapAsked, Need, Window
from sales.map_openings import Patch, around_all, around_most
from sales.segments import Chosen, segment_of
from sales.visit_plans.places import Place
from storage.cards.on_the_map import MOST_NAMED, customer_map
from storage.tables.customers import CustomerRow
from storage.tables.dealings import ReceivableRow
from storage.tables.facts import FactRow
from storage.tables.people import MemberRow
from tests.pages.conftest import House
from tests.pages.test_boards import complain
from tests.pages.test_customers import counted
from tests.people.company import NOON, Company, customer_of
from wording.pages.map_drawing import SIDE, SQUARE, bar, lines, mark

SHANGHAI = Window(Place(31.0, 121.0), 1.2)


def patch(latitude: float, longitude: float, customers: int = 1) -> Patch:
    here = Extent(latitude, latitude, longitude, longitude)
    return Patch(int(latitude + 90), int(longitude + 180), customers, here)


def put(company: Company, owner: str, name: str, *places: str) -> int:
    """Of several places the last was told last."""
    customer = customer_of(company, owner, name)
    for value in places:
        company.session.add(FactRow(customer_id=customer, field="place", value=value, source="button", at=NOON))
        company.session.flush()
    return customer


def seen(company: Company, who: str, asked: MapAsked | None = None) -> CustomerMap:
    return customer_map(company.session, company[who], asked or MapAsked(), NOON.date())


def names(view: CustomerMap) -> list[str]:
    return [spot.name for spot in view.spots]


@pytest.mark.parametrize(
    ("patches", "middle", "all_there"),
    [
        pytest.param([patch(31.2, 121.5)], Place(31.2, 121.5), True, id="one"),
        pytest.param([patch(31, 121, 9), patch(-33, -70)], Place(31, 121), False, id="the other side of the world"),
        pytest.param([patch(31, 121, 8), patch(1, 103, 5)], Place(16, 112), True, id="a third is nobody to hide"),
        pytest.param([patch(31, 121, 9), patch(31.5, 122)], Place(31.25, 121.5), True, id="so near that all fit"),
        pytest.param([patch(-17, 179.5), patch(-18, -179.5)], Place(-17.5, -180), True, id="around the date line"),
    ],
)
def test_where_the_map_begins(patches: list[Patch], middle: Place, *, all_there: bool) -> None:
    most, whole = around_most(patches), around_all(patches)
    assert most is not None
    assert (round(most.middle.latitude, 2), round(most.middle.longitude, 2)) == (middle.latitude, middle.longitude)
    assert (most == whole) is all_there


def test_an_empty_map_begins_nowhere() -> None:
    assert (around_most([]), around_all([])) == (None, None)


@pytest.mark.parametrize(
    "window",
    [
        SHANGHAI,
        Window(Place(-17.5, -180), 2),
        Window(Place(0, 0), 360),
        Window(Place(60, 170), 300),
        Window(Place(89, 0), 5),
    ],
)
def test_a_window_holds_its_corners_and_says_so_in_words(window: Window) -> None:
    read = Window.read(window.words)
    assert read == window
    middle = window.point(window.middle)
    assert (round(middle[0], 6), round(middle[1], 6)) == (0.5, 0.5)
    inside = window.place(window.north - window.span / 4, window.width / 4)
    x, y = window.point(inside)
    assert (round(x, 6), round(y, 6)) == (round((window.width / 4 + window.beside) / window.across, 6), 0.25)
    assert 0 < bar(window).length <= SIDE / 4
    assert 2 <= len(lines(window)) <= 24
    assert all(0 <= line.at <= SIDE and 0 <= line.down <= SIDE for line in lines(window))


@pytest.mark.parametrize(
    "words", ["", "all", "1,2", "1,2,3,4", "nan,0,1", "0,inf,1", "91,0,1", "0,181,1", "0,0,nan", "x,y,z"]
)
def test_what_is_no_window(words: str) -> None:
    assert Window.read(words) is None


def test_the_bar_is_as_long_as_it_says() -> None:
    """A degree of latitude is 111.195 km: of 1.2 degrees a quarter is 33 km."""
    assert bar(SHANGHAI).metres == 20_000
    assert bar(SHANGHAI).length == round(20 / (1.2 * 111.195) * SIDE)


def test_marks_stay_in_their_squares() -> None:
    corner = Place(SHANGHAI.north - 0.001, SHANGHAI.west + 0.001)
    for number, need in ((1, None), (20, Need.OVERDUE), (99_999, Need.SLIPPING), (5, Need.COMPLAINT)):
        there = Cell(0, 0, number, corner, Extent(31, 31, 121, 121), {need: 1} if need else {}, 1)
        drawn = mark(there, SHANGHAI)
        assert (drawn.left, drawn.top) == (0, 0)
        assert 9 <= drawn.x <= SQUARE - 9
        assert 9 <= drawn.y <= SQUARE - 9


def test_who_is_where(company: Company) -> None:
    """On both engines: newest place, no place, what is none, and whom the reader does not see."""
    acme = put(company, "Anna", "Acme", "0,0", "31.2001,121.4001")
    put(company, "小李", "恒大", "31.2002,121.4002")
    put(company, "Anna", "Far", "1.5,103")
    put(company, "Anna", "Moved away", "31.2,121.4", "")
    put(company, "Anna", "Odd", "0,somewhere")
    put(company, "Anna", "Null", "0,0")
    put(company, "Max", "Globex", "31.2,121.4")
    customer_of(company, "Anna", "Nowhere")
    all_ = seen(company, "Boris", MapAsked(everybody=True))
    assert (names(all_), all_.within, all_.outside, all_.nowhere) == (["Acme", "Far", "恒大"], 3, 0, 4)
    [both] = [cell for cell in all_.cells if cell.customers == 2]
    assert (both.first, both.name) == (acme, "Acme")
    assert (round(both.middle.latitude, 5), round(both.middle.longitude, 5)) == (31.20015, 121.40015)
    closer = seen(company, "Boris", MapAsked(window=both.closer))
    assert (names(closer), len(closer.cells)) == (["Acme", "恒大"], 2)
    edge = MapAsked(window=Window(Place(31.7001, 121.4), 1.0))
    assert names(seen(company, "Boris", edge)) == ["恒大"], "who is on the lower edge belongs to what is below"
    assert names(seen(company, "Max")) == ["Globex"]
    assert seen(company, "Carl").window is None, "Care sees no facts, and so no places"


def test_customers_on_both_sides_of_the_date_line_are_neighbours(company: Company) -> None:
    put(company, "Anna", "Suva", "-18,179.9")
    put(company, "Anna", "Apia", "-18,-179.9")
    view = seen(company, "Boris")
    assert view.window is not None
    assert view.window.span < 1
    west, east = sorted(view.cells, key=lambda cell: cell.column)
    assert (west.name, east.name) == ("Suva", "Apia")


def test_somebody_far_off_squeezes_nobody_and_is_counted(company: Company) -> None:
    for number in range(MOST_NAMED + 1):
        put(company, "Anna", f"Customer {number}", f"31.{number:02},121.{number:02}")
    put(company, "Anna", "Valparaíso", "-33.05,-71.62")
    begins = seen(company, "Boris")
    assert begins.window is not None
    assert begins.window.span < 1
    assert (begins.within, begins.outside, begins.spots) == (MOST_NAMED + 1, 1, ())
    assert len(begins.cells) <= 12 * 12
    assert sum(cell.customers for cell in begins.cells) == MOST_NAMED + 1
    whole = seen(company, "Boris", MapAsked(everybody=True))
    assert (whole.within, whole.outside) == (MOST_NAMED + 2, 0)


def test_what_is_up_and_who_may_know(session: Session, company: Company) -> None:
    acme, globex, quiet = (
        put(company, "Anna", name, f"31.{number},121") for number, name in enumerate(("Acme", "Globex", "Quiet"))
    )
    complain(company, acme, "broken", State.OPEN, 5)
    session.get_one(CustomerRow, quiet).stage = "slipping"
    late = ReceivableRow(customer_id=globex, number="1", due_day=date(2026, 2, 1), open_minor=100, currency="USD")
    session.add(late)
    session.flush()
    up = {spot.name: spot.needs for spot in seen(company, "Boris").spots}
    assert up == {"Acme": (Need.COMPLAINT,), "Globex": (Need.OVERDUE,), "Quiet": (Need.SLIPPING,)}
    for need, name in ((Need.COMPLAINT, "Acme"), (Need.OVERDUE, "Globex"), (Need.SLIPPING, "Quiet")):
        assert names(seen(company, "Boris", MapAsked(need=need))) == [name]
    active = segment_of([Chosen("stage", ("active",))])
    assert seen(company, "Boris", MapAsked(active, Need.SLIPPING)) == CustomerMap(), "both must hold"


async def test_the_page_and_the_ways_from_it(house: House) -> None:
    with house.store.transaction() as session:
        session.get_one(MemberRow, house.ids["小李"]).language = "zh"
        company = house.company(session)
        put(company, "Anna", "Acme <Tools>", "31.23,121.47")
        put(company, "小李", "恒大", "31.2301,121.4701")
        put(company, "Anna", "Singapore", "1.3,103.8")
        put(company, "Max", "Globex", "31.2,121.4")
        customer_of(company, "Anna", "Nowhere")
    await house.sign_in("Boris")
    page = (await house.browser.get("/pages/map")).text
    assert "Acme &lt;Tools&gt; and 1 more" in page
    assert "1 customer has no place yet." in page
    assert "Globex" not in page
    to = re.search(r'name="to" value="([-\d.,]+)" aria-label="Acme', page)
    assert to
    closer = (await house.browser.post("/pages/map", {"to": to[1], "grade": "", "window": ""})).text
    assert set(
        re.findall(r'class="link" formaction="/pages/customer" name="customer" value="\d+">([^<]+)', closer)
    ) == {
        "Acme &lt;Tools&gt;",
        "恒大",
    }
    nobody = (await house.browser.post("/pages/map", {"need": "overdue"})).text
    assert "<svg" not in nobody
    for odd in ({"to": "nan,1,2"}, {"to": "0,0,1e999"}, {"need": "rich"}, {"owner": "x"}, {"window": "9" * 400}):
        assert (await house.browser.post("/pages/map", odd)).status == 200


async def test_as_many_questions_for_many_customers_as_for_few(house: House) -> None:
    await house.sign_in("Boris")
    counts = []
    for more in (60, 400):
        with house.store.transaction() as session:
            company = house.company(session)
            for number in range(more):
                put(company, "Anna", f"{more} {number}", f"31.{number:03},121.{number:03}")
        with counted(house.store) as said:
            assert "<svg" in (await house.browser.get("/pages/map")).text
        counts.append(len(said))
    assert counts[0] == counts[1] <= 16
