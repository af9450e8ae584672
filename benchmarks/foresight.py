"""How good the chances of being lost are: beside BG/NBD by lifetimes on CDNOW, in invented worlds; and their cost."""

import resource
from collections.abc import Iterator
from datetime import date, timedelta
from time import process_time

import numpy as np

from benchmarks.baseline_buying import cdnow, fitted_by_lifetimes
from benchmarks.order_worlds import BEGIN, WORLDS, order_book
from sales.foresight.backtest import reliability
from sales.foresight.book import Book, Real, book_of
from sales.foresight.buying import fit_buying
from sales.foresight.histories import histories
from sales.foresight.model import fit
from sales.foresight.replay import nothing_came, replay

CDNOW = ((date(1997, 12, 30), 182), (date(1997, 9, 30), 273))
MILLION = 1_000_000
MOST_SCORE_S, MOST_FIT_S, MOST_MB = 2.0, 30.0, 1_000
_SEEDS = (1, 2, 3)
_SCALES = {"weekly": 30, "yearly": 180, "short": 21}


def main() -> None:
    print("                          AUC / Brier of Rapport, of BG/NBD; the same for two orders or more")
    orders = cdnow()
    if orders is not None:
        for on, within in CDNOW:
            _show("CDNOW", orders, on, within)
        _show_reliability(orders, *CDNOW[0])
    _worlds()
    _alerts(orders)
    _cost()


def auc(chances: Real, lost: Real) -> float:
    """The share of pairs of one lost and one not in which the lost one has the higher chance; ties count half."""
    _, place, count = np.unique(chances, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    several, few = lost.sum(), (1 - lost).sum()
    return float((rank[lost == 1].sum() - several * (several + 1) / 2) / (several * few)) if several * few else np.nan


def brier(chances: Real, lost: Real) -> float:
    return float(np.mean((chances - lost) ** 2))


def _show(name: str, orders: Book, on: date, within: int) -> None:
    known = histories(orders, on)
    lost = nothing_came(orders, on, within)[known.who].astype(float)
    ours = fit(orders, on, within).lost(orders, on, within)[known.who]
    theirs = fitted_by_lifetimes(known, within)
    often = known.orders > 1
    figures = [(ours, lost), (theirs, lost), (ours[often], lost[often]), (theirs[often], lost[often])]
    told = "   ".join(f"{auc(*one):.4f} {brier(*one):.4f}" for one in figures)
    print(f"{name:14}{within:4} days   {told}", flush=True)
    mine, base, mine_often, base_often = [(auc(*one), -brier(*one)) for one in figures]
    assert min(mine[0] - base[0], mine[1] - base[1]) >= 0, "not as good as BG/NBD"
    assert min(mine_often[0] - base_often[0], mine_often[1] - base_often[1]) >= 0, "not as good as BG/NBD"


def _show_reliability(orders: Book, on: date, within: int) -> None:
    known = histories(orders, on)
    chances = fit(orders, on, within).lost(orders, on, within)[known.who]
    lost = nothing_came(orders, on, within)[known.who].astype(float)
    print("CDNOW, what was said and what came true: ", end="")
    print(", ".join(f"{one.said:.2f} {one.lost:.2f} ({one.count:,})" for one in reliability(chances, lost)))


def _worlds() -> None:
    for name in WORLDS:
        figures = np.nanmean([_of_world(name, seed) for seed in _SEEDS], axis=0)
        told = "   ".join(f"{figures[2 * place]:.4f} {figures[2 * place + 1]:.4f}" for place in range(4))
        print(f"{name:14}{_SCALES.get(name, 90):4} days   {told}", flush=True)


def _of_world(name: str, seed: int) -> list[float]:
    """Beside our own BG/NBD, which finds what lifetimes does and never fails to converge."""
    world, within = WORLDS[name], _SCALES.get(name, 90)
    orders, on = order_book(world, seed), BEGIN + timedelta(int(365 * world.years) - within - 1)
    known = histories(orders, on)
    lost = nothing_came(orders, on, within)[known.who].astype(float)
    ours = fit(orders, on, within).lost(orders, on, within)[known.who]
    theirs = fit_buying(known, first=False).nothing(known, within)
    often = known.orders > 1
    pairs = [(ours, lost), (theirs, lost), (ours[often], lost[often]), (theirs[often], lost[often])]
    return [figure for pair in pairs for figure in (auc(*pair), brier(*pair))]


def _alerts(orders: Book | None) -> None:
    """At as many false alarms as the rule of 90 silent days gives."""
    print("alerts against “silent for 90 days”, at as many false alarms:")
    for name, book, begin, end in _to_replay(orders):
        found = replay(book, begin, end, 90)
        told = f"{found.sooner:+.1f} days for {found.lost} lost, {found.false} false" if found else "too little"
        print(f"  {name:14}{told}", flush=True)


def _to_replay(orders: Book | None) -> Iterator[tuple[str, Book, date, date]]:
    if orders is not None:
        yield "CDNOW", _every(orders, 4), date(1997, 7, 1), date(1998, 6, 30)
    for name in ("mixed", "weekly", "month's end", "growing", "slowing down", "at random"):
        length = int(365 * WORLDS[name].years)
        yield name, order_book(WORLDS[name]), BEGIN + timedelta(length - 400), BEGIN + timedelta(length)


def _every(orders: Book, step: int) -> Book:
    chosen = orders.customer % step == 0
    return book_of(orders.customer[chosen] // step, orders.day[chosen])


def _cost() -> None:
    chance, on = np.random.default_rng(1), date(2025, 12, 1)
    customer = np.repeat(np.arange(MILLION), chance.geometric(0.25, MILLION))
    orders = book_of(customer, on.toordinal() - chance.integers(0, 1095, len(customer)))
    start = process_time()
    model = fit(orders, on, 60)
    fitted = process_time()
    model.lost(orders, on, 60)
    scored, peak = process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"{MILLION:,} customers, {len(orders.day):,} orders, of the CPU: learned in {fitted - start:.1f} s, ", end="")
    print(f"scored in {scored - fitted:.2f} s; at most {peak:.0f} MB")
    assert fitted - start < MOST_FIT_S, f"learning may take {MOST_FIT_S:.0f} s"
    assert scored - fitted < MOST_SCORE_S, f"scoring may take {MOST_SCORE_S:.0f} s"
    assert peak < MOST_MB, f"memory may be {MOST_MB} MB"
