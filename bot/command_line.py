"""The command line: `rapport COMMAND`; each command's work stands in bot/commands."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from sales.lists import ListKind, Resembling
from sales.people import Role

app = typer.Typer(
    help="Rapport, the sales assistant that lives in Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def run(
    *, adopt: Annotated[bool, typer.Option(help="Hand a database that served another bot over to this one.")] = False
) -> None:
    """Run the bot; without a token, the demo on this machine."""
    from bot.commands.running import run_bot

    raise typer.Exit(run_bot(adopt=adopt))


@app.command()
def invite(
    name: Annotated[str, typer.Option(help="What the person is called.")],
    role: Annotated[Role, typer.Option(help="What they will do.")] = Role.REP,
    team: Annotated[str, typer.Option(help="Their team; a new one is made under the company.")] = "",
) -> None:
    """Print a link and a code, good for one person and one day."""
    from bot.commands.inviting import invite_one

    raise typer.Exit(invite_one(name, role, team))


@app.command()
def parse(
    text: Annotated[str, typer.Argument(help="One message, instead of standard input.", show_default=False)] = "",
    *,
    explain: Annotated[bool, typer.Option("--explain", help="A page on how it is read; lines may be plain.")] = False,
    customer: Annotated[
        list[str] | None, typer.Option(help="A customer who is known; for plain text, may be repeated.")
    ] = None,
    at: Annotated[datetime | None, typer.Option(help="When plain text was written; now if left out.")] = None,
    currency: Annotated[str, typer.Option(help="Of sums that name none; for plain text.")] = "USD",
) -> None:
    """Read messages of reps, a JSON object a line; print what they say, a JSON object a line."""
    from bot.commands.parsing import Surroundings, explain_lines, parse_lines

    around = Surroundings(tuple(customer or ()), at, currency)
    raise typer.Exit(explain_lines(text, around) if explain else parse_lines(text, around))


@app.command()
def dates(*, month_first: Annotated[bool, typer.Option(help="Whether 4/9 is the ninth of April.")] = True) -> None:
    """Find dates in texts, a JSON object a line with id, text and now; print a JSON object a line."""
    from bot.commands.json_lines import date_lines

    raise typer.Exit(date_lines(month_first=month_first))


@app.command()
def lost(  # noqa: PLR0913 - every option of a command is an argument
    orders: Annotated[
        Path | None, typer.Option(help="A .csv or .xlsx: customer, date, amount.", show_default=False)
    ] = None,
    *,
    store: Annotated[bool, typer.Option("--store", help="With --backtest: the company's own orders.")] = False,
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day that is looked ahead from; the last of all.")
    ] = None,
    within: Annotated[int, typer.Option(min=1, max=3650, help="Days that are looked ahead.")] = 60,
    month_first: Annotated[bool, typer.Option("--month-first", help="4/9 is the ninth of April, if in doubt.")] = False,
    backtest: Annotated[bool, typer.Option("--backtest", help="Tell instead how good this was on past days.")] = False,
) -> None:
    """Tell of each customer how likely no order comes: customer_id,p_lost as CSV on standard output."""
    from bot.commands.losing import Question, lost, which_orders
    from bot.commands.losing_backtest import company_lost_before, lost_before

    question = Question(on.date() if on else None, within, month_first)
    file = which_orders(orders, store=store, backtest=backtest)
    if file is None:
        raise typer.Exit(company_lost_before(question))
    raise typer.Exit((lost_before if backtest else lost)(file, question))


@app.command()
def export(out: Annotated[Path, typer.Option(help="The folder to write to.")]) -> None:
    """Write everything on record as JSON Lines: customers, contacts, entries, follow-ups, complaints."""
    from bot.commands.exporting import export_all

    raise typer.Exit(export_all(out))


@app.command()
def recompute() -> None:
    """Count every customer's figures anew and work out classes and scores; the bot does so every night."""
    from bot.commands.recomputing import recompute_all

    raise typer.Exit(recompute_all())


@app.command()
def erase(
    name: Annotated[str, typer.Argument(help="What the person is called, as on the card.")],
    *,
    at: Annotated[str, typer.Option(help="The customer where they are, if several are called so.")] = "",
    export: Annotated[Path | None, typer.Option(help="First write all about them to this file, as JSON.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase a person from every table; what was dealt with them stays under a stand-in."""
    from bot.commands.erasing import erase_person

    raise typer.Exit(erase_person(name, at=at, export=export, yes=yes))


@app.command("import")
def read_list(
    file: Annotated[Path, typer.Argument(help="An .xlsx, .csv or .vcf.", show_default=False)],
    *,
    member: Annotated[str, typer.Option("--as", help="With whose rights, by name.", show_default=False)],
    kind: Annotated[ListKind | None, typer.Option(help="What it holds; found by its headings if left out.")] = None,
    resembling: Annotated[
        Resembling | None, typer.Option(help="What becomes of rows that look like customers on record: leave.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would become of it.")] = False,
) -> None:
    """Read a list of customers, orders or debts in."""
    from bot.commands.importing import Wish, import_list

    raise typer.Exit(import_list(file, Wish(kind, member, resembling, dry_run=dry_run)))


@app.command("undo-import")
def undo_import(
    number: Annotated[int, typer.Argument(help="The number that the import said at its end.", show_default=False)],
    *,
    member: Annotated[str, typer.Option("--as", help="With whose rights, by name.", show_default=False)],
) -> None:
    """Take an import of the last 24 hours back."""
    from bot.commands.importing import take_back

    raise typer.Exit(take_back(number, member))


@app.command()
def doctor(*, replay: Annotated[bool, typer.Option(help="Try again whatever was given up.")] = False) -> None:
    """Examine settings, database, clock and Telegram; say how to mend what is wrong."""
    from bot.commands.doctor import examine_all

    raise typer.Exit(examine_all(replay=replay))


@app.command()
def demo(
    day: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The demo's today.")] = None,
) -> None:
    """Make the demo's database anew: 25 customers and a year of history."""
    from bot.commands.demo import make_demo

    raise typer.Exit(make_demo(day.date() if day else None))


def main() -> None:
    app(prog_name="rapport")
