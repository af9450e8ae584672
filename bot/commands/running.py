"""`rapport run`: the bot for real phones, or the demo when there is no token."""

from functools import partial

import typer

from bot.commands.errors import told_in_a_line
from bot.commands.opening import first_admin_lines, found_company
from bot.furnishing import furnish
from bot.language_model import refuse_private
from bot.premises import Handling, Premises
from bot.running import run
from bot.settings import Settings, load_settings
from storage import binding
from storage.figures.rebuilding import start_with


def run_bot(*, adopt: bool) -> int:
    with told_in_a_line():
        settings = load_settings()
        refuse_private(settings)
        if not settings.wants_simulator:
            return run(settings, partial(open_and_furnish, adopt=adopt))
        return _run_demo(settings)


def open_and_furnish(premises: Premises, *, adopt: bool) -> Handling:
    """Nobody hears anything before the database is known to be this bot's."""
    with premises.store.transaction() as session:
        (binding.rebind if adopt else binding.bind)(session, premises.me.id)
        found_company(session, premises.settings)
        start_with(session, premises.settings.currency)
        lines = first_admin_lines(session, bot=premises.me.username, now=premises.clock.now())
    for line in lines:
        typer.echo(line)
    return furnish(premises)


def _run_demo(settings: Settings) -> int:
    from bot.commands.simulated import demo_running

    with demo_running(settings) as demo:
        return run(demo.settings, partial(open_and_furnish, adopt=True))
