"""`rapport lost --backtest`: how the chances would have fared on past days of the same orders, in plain words."""

from collections.abc import Iterator
from pathlib import Path

import typer

from bot.clock import Clock
from bot.commands.errors import CommandError, told_in_a_line
from bot.commands.losing import Question, book_until, newest_day, opened
from bot.commands.opening import opened as opened_store
from bot.settings import load_settings
from sales.foresight.backtest import ALERT, Backtest, TooLittle, backtest
from sales.foresight.replay import RULE
from sales.moments import local_day
from sales.order_arrays import made_one
from sales.scores.outlook import book_of_occasions
from storage.foresight.reading import read_orders


def lost_before(file: Path, question: Question) -> int:
    with told_in_a_line():
        read = opened(file, question)
        on = question.on or newest_day(file, read)
        found = backtest(book_until(file, read, on), on, question.within)
        lines = _too_little(found, question) if isinstance(found, TooLittle) else _fared(found, question)
        typer.echo("\n".join(lines))
    return 0


def company_lost_before(question: Question) -> int:
    with told_in_a_line():
        settings = load_settings()
        today = local_day(Clock(settings.clock_file).now(), settings.zone)
        with opened_store(settings.database_url) as store, store.transaction() as session:
            found = made_one(read_orders(session, today).orders)
        if not found.day.size:
            raise CommandError("The company has no orders on record. Read a list of orders in with /import.")
        on = question.on or today
        book = book_of_occasions(found, int(found.customer.max()) + 1).until(on)
        fared = backtest(book, on, question.within)
        lines = _too_little(fared, question) if isinstance(fared, TooLittle) else _fared(fared, question)
        typer.echo("\n".join(lines))
    return 0


def _too_little(found: TooLittle, question: Question) -> list[str]:
    told = f"{found.cases} cases on {found.cuts} past days, of which {found.lost} ordered nothing"
    needed = f"It takes 60 cases, 10 of them lost and 10 not, on days {question.within} apart."
    return [
        f"Too little data to say how good this is: {told}.",
        f"{needed} A longer file or fewer days with --within may do.",
    ]


def _fared(found: Backtest, question: Question) -> Iterator[str]:
    newest, oldest = found.cuts[0], found.cuts[-1]
    yield f"Asked on {len(found.cuts)} days from {oldest} to {newest}, with what was known then: {found.cases} cases."
    yield f"Nothing came within {question.within} days in {found.lost:.0%} of them."
    if found.alerts:
        warned = f"Of {found.alerts} alerts (3 orders or more, a chance of {ALERT:.0%} or more)"
        yield f"{warned} {found.right:.0%} were right: nothing came."
    yield f"Mean square error {found.brier:.3f}; always saying the same: {found.plain:.3f}."
    yield from _warning(found)
    yield ""
    yield "chance said   cases   said   came true"
    for step in found.steps:
        name = f"{step.low:.0%} to {step.low + 0.1:.0%}"
        yield f"{name:12}{step.count:8}{step.said:7.0%}{step.lost:12.0%}"


def _warning(found: Backtest) -> Iterator[str]:
    if found.warning is None:
        yield f"Too little data to compare with “silent for {RULE} days”."
        return
    warning = found.warning
    how = f"{abs(warning.sooner):.0f} days {'sooner' if warning.sooner >= 0 else 'later'}"
    rule = f"“silent for {RULE} days”, with as many false alarms ({warning.false})"
    yield f"Of {warning.lost} lost customers it would have warned {how} than {rule}."
