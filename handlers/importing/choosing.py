"""The buttons of an import: what its columns are, and whether it goes onto the record or comes off it."""

from collections.abc import Callable
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Outcome
from sales.lists import Resembling, State
from storage.importing import errands, runs
from storage.store import Session
from storage.tables.imports import ImportRow
from wording.sentences import Toast

_OPEN = (State.ASKING, State.PREVIEWED)


def say_kind(desk: Desk, args: Args) -> Outcome:
    return _answered(desk, args, kind=str(args["kind"]))


def say_days(desk: Desk, args: Args) -> Outcome:
    return _answered(desk, args, day_first=args["first"] == "day")


def set_column(desk: Desk, args: Args) -> Outcome:
    """What a column is; an empty name takes it out."""
    return _answered(desk, args, columns={str(args["place"]): str(args["column"])})


def _answered(desk: Desk, args: Args, **said: object) -> Outcome:
    """Keep the answer, and read the file once more with it."""
    row = _run(desk, args)
    if row is None or row.state not in _OPEN:
        return desk.toast(Toast.TOO_OLD)
    if "kind" not in said and row.kind:
        said["kind"] = row.kind
    keep = partial(_keep, number=row.id or 0, said=said)
    again = partial(errands.read, number=row.id or 0, arrival=desk.heard.arrival, now=desk.now)
    return _shown(desk, row, keep, again)


def _keep(session: Session, *, number: int, said: dict[str, object]) -> None:
    runs.answer(session, session.get_one(ImportRow, number), **said)


def columns(desk: Desk, args: Args) -> Outcome:
    """All columns, to choose one of them."""
    return _view(desk, args, -1)


def column(desk: Desk, args: Args) -> Outcome:
    """What a column may be."""
    return _view(desk, args, int(args["place"]))


def back(desk: Desk, args: Args) -> Outcome:
    """The preview again."""
    return _view(desk, args, None)


def _view(desk: Desk, args: Args, choosing: int | None) -> Outcome:
    row = _run(desk, args)
    if row is None or row.state != State.PREVIEWED:
        return desk.toast(Toast.TOO_OLD)
    facts = {"card": row.card, "choosing": choosing}
    return Outcome(messages=(desk.reply("import", facts, edits=desk.pressed),))


def overwrite(desk: Desk, args: Args) -> Outcome:
    """Whether what differs is overwritten; the button turns it round."""
    row = _run(desk, args)
    if row is None or row.state != State.PREVIEWED:
        return desk.toast(Toast.TOO_OLD)
    return _shown(desk, row, partial(_turn, number=row.id or 0))


def _turn(session: Session, *, number: int) -> None:
    row = session.get_one(ImportRow, number)
    row.columns = {**row.columns, "overwrite": not row.columns.get("overwrite")}
    session.add(row)


def resembling(desk: Desk, args: Args) -> Outcome:
    """What becomes of the rows that look like customers on record."""
    row = _run(desk, args)
    if row is None or row.state != State.PREVIEWED:
        return desk.toast(Toast.TOO_OLD)
    return _shown(desk, row, partial(_say_resembling, number=row.id or 0, said=Resembling(str(args["as"]))))


def _say_resembling(session: Session, *, number: int, said: Resembling) -> None:
    row = session.get_one(ImportRow, number)
    row.columns = {**row.columns, "resembling": said.value}
    session.add(row)


def go(desk: Desk, args: Args) -> Outcome:
    """Put it on record, or go on where it stopped."""
    return _step(desk, args, (State.PREVIEWED, State.STOPPED), State.RUNNING, errands.apply)


def undo(desk: Desk, args: Args) -> Outcome:
    row = _run(desk, args)
    if row is not None and runs.view(desk.session, row).undo_until is None:
        return desk.toast(Toast.TOO_OLD)
    return _step(desk, args, (State.DONE, State.STOPPED), State.UNDOING, errands.undo)


def cancel(desk: Desk, args: Args) -> Outcome:
    return _step(desk, args, (State.READING, *_OPEN), State.CANCELLED, None)


Errand = Callable[..., None]


def _step(desk: Desk, args: Args, before: tuple[State, ...], after: State, errand: Errand | None) -> Outcome:
    row = _run(desk, args)
    if row is None or row.state not in before:
        return desk.toast(Toast.TOO_OLD)
    number = row.id or 0
    changes: list[Change] = [partial(_move, number=number, state=after)]
    if errand is not None:
        changes.append(partial(errand, number=number, arrival=desk.heard.arrival, now=desk.now))
    return _shown(desk, row, *changes)


def _move(session: Session, *, number: int, state: State) -> None:
    runs.move(session, session.get_one(ImportRow, number), state)


def errors(desk: Desk, args: Args) -> Outcome:
    """Everything that was wrong, as a file."""
    row = _run(desk, args)
    return Outcome(messages=(desk.reply("import_errors", {"import": row.id}),)) if row else desk.toast(Toast.GONE)


def _shown(desk: Desk, row: ImportRow, *changes: Change) -> Outcome:
    return Outcome(changes, (desk.reply("import", {"card": row.card}, edits=desk.pressed),))


def _run(desk: Desk, args: Args) -> ImportRow | None:
    return runs.find(desk.session, int(args["import"]))
