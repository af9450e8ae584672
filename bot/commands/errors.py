"""What an operator is told when a command cannot do its work: one line, what and how to mend it; no traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from bot.wrong_setting import WrongSetting
from storage.binding import WrongBotError
from storage.errors import StoreError
from storage.migrating import MigrationError

WRONG_SETTING, CANNOT_WORK = 2, 3


class CommandError(Exception):
    """The command cannot go on; the message is for the operator."""


@contextmanager
def told_in_a_line() -> Iterator[None]:
    """Turns errors that an operator can mend into lines; whatever else happens is a fault of ours and says so."""
    try:
        yield
    except WrongSetting as wrong:
        raise refusal(*wrong.lines, code=WRONG_SETTING) from None
    except MigrationError as error:
        raise refusal(f"{error}. Restore the backup in data/backups, or install the newer version.") from None
    except StoreError as error:
        raise refusal(f"{error} (RAPPORT_DATABASE_URL). Is it running, and may this user reach it?") from None
    except (WrongBotError, CommandError) as error:
        raise refusal(str(error)) from None
    except OSError as error:
        raise refusal(f"{error.filename or 'The system'}: {error.strerror or error}.") from None


def refusal(*lines: str, code: int = CANNOT_WORK) -> typer.Exit:
    for line in lines:
        typer.echo(line, err=True)
    return typer.Exit(code)
