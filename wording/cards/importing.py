"""A list on its way in: what is in it, what would become of it, how far it is, and how it is taken back."""

from collections.abc import Iterator

from sales.cards import Button, Card, Row
from sales.import_views import Counts, ImportView
from sales.lists import ListKind, State
from wording.cards.import_columns import answers, column, columns
from wording.cards.resembling_rows import resembling, ways
from wording.layout import lay_out
from wording.list_words import FILE_FAULTS, KINDS, column_label, problem_line
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_SHOWN_UNUSED = 6


def importing(view: ImportView, voice: Voice) -> Card:
    if view.choosing is not None and view.state is State.PREVIEWED:
        return columns(view, voice) if view.choosing < 0 else column(view, view.choosing, voice)
    lines = voice.say(FILE_FAULTS[view.fault]).splitlines() if view.fault else _LINES[view.state](view, voice)
    return lay_out(lines, *_buttons(view, voice))


def _reading(view: ImportView, voice: Voice) -> Iterator[str]:
    yield voice.say("Reading %(file)s …", file=_file(view))


def _asking(view: ImportView, voice: Voice) -> Iterator[str]:
    what, about = view.question or ("kind", "")
    match what:
        case "column":
            yield voice.say("Which column is this: %(column)s?", column=column_label(about, voice))
        case "days":
            yield voice.say("Which day is %(words)s?", words=about.partition("|")[0])
        case _:
            yield voice.say("What is in %(file)s?", file=_file(view))
            headings = [short(word, NAME_IN_LIST) for word in view.headings if word]
            yield voice.labelled(voice.say("Headings"), voice.join(headings[:_SHOWN_UNUSED]))
    yield voice.say("I remember it for the next file like this.")


def _previewed(view: ImportView, voice: Voice) -> Iterator[str]:
    kind = voice.say(KINDS[view.kind or ListKind.CUSTOMERS])
    yield voice.labelled(kind, _file(view))
    yield voice.join([voice.count("%(count)s row", "%(count)s rows", view.counts.rows), *_found(view.counts, voice)])
    if view.counts.differing:
        yield _differing(view, voice)
    if view.counts.resembling:
        yield resembling(view, voice)
    yield from _wrong(view, voice)
    if view.unused:
        unused = [short(word, NAME_IN_LIST) for word in view.unused[:_SHOWN_UNUSED]]
        more = len(view.unused) - len(unused)
        yield voice.labelled(voice.say("Not read"), voice.join([*unused, f"+{more}" if more else ""]))


def _found(counts: Counts, voice: Voice) -> Iterator[str]:
    yield voice.count("%(count)s new", "%(count)s new", counts.new)
    if counts.known:
        yield voice.count("%(count)s known", "%(count)s known", counts.known)
    if counts.twice:
        yield voice.count("%(count)s there twice", "%(count)s there twice", counts.twice)


def _differing(view: ImportView, voice: Voice) -> str:
    if view.kind is not ListKind.CUSTOMERS:
        return voice.count("%(count)s has changed", "%(count)s have changed", view.counts.differing)
    if view.overwrite:
        return voice.count(
            "%(count)s differs from what is on record, which is overwritten",
            "%(count)s differ from what is on record, which is overwritten",
            view.counts.differing,
        )
    return voice.count(
        "%(count)s differs from what is on record: I fill in only what is empty",
        "%(count)s differ from what is on record: I fill in only what is empty",
        view.counts.differing,
    )


def _wrong(view: ImportView, voice: Voice) -> Iterator[str]:
    """How much is left out, and the first reasons."""
    parts = []
    if view.counts.left_out:
        parts.append(voice.count("%(count)s row is left out", "%(count)s rows are left out", view.counts.left_out))
    if view.counts.lost:
        parts.append(voice.count("%(count)s value is not read", "%(count)s values are not read", view.counts.lost))
    if parts:
        yield voice.join(parts)
    yield from (problem_line(problem, voice) for problem in view.first)


def _running(view: ImportView, voice: Voice) -> Iterator[str]:
    yield voice.labelled(voice.say("Taking it in"), _file(view))
    if view.counts.done:
        yield voice.say("%(done)s of %(rows)s rows", done=view.counts.done, rows=view.counts.rows)


def _stopped(view: ImportView, voice: Voice) -> Iterator[str]:
    yield voice.say("I could not finish %(file)s.", file=_file(view))
    if view.counts.done:
        yield voice.say("%(done)s of %(rows)s rows", done=view.counts.done, rows=view.counts.rows)
        yield voice.say("What is in so far stays; you can go on or take it back.")
    elif view.counts.rows:
        yield voice.say("Nothing of it is in yet; you can try again.")
    else:
        yield voice.say("Please send it once more.")


def _done(view: ImportView, voice: Voice) -> Iterator[str]:
    yield voice.say("✓ %(file)s is in", file=_file(view))
    counts = view.counts
    closed = voice.count("%(count)s paid", "%(count)s paid", counts.closed) if counts.closed else ""
    yield voice.join([*_found(counts, voice), closed])
    if counts.left_out:
        yield voice.count("%(count)s row is left out", "%(count)s rows are left out", counts.left_out)
    if view.undo_until:
        yield voice.say("Can be taken back until %(moment)s", moment=voice.moment(view.undo_until))


def _undoing(view: ImportView, voice: Voice) -> Iterator[str]:
    yield voice.say("Taking %(file)s back …", file=_file(view))


def _undone(view: ImportView, voice: Voice) -> Iterator[str]:
    yield voice.say("Taken back: %(file)s", file=_file(view))
    if view.kept:
        yield voice.count(
            "%(count)s stays as it was changed since", "%(count)s stay as they were changed since", view.kept
        )


def _cancelled(_: ImportView, voice: Voice) -> Iterator[str]:
    yield voice.say("Cancelled; nothing was stored.")


_LINES = {
    State.READING: _reading,
    State.ASKING: _asking,
    State.PREVIEWED: _previewed,
    State.RUNNING: _running,
    State.STOPPED: _stopped,
    State.DONE: _done,
    State.UNDOING: _undoing,
    State.UNDONE: _undone,
    State.REFUSED: _cancelled,
    State.CANCELLED: _cancelled,
}


def _buttons(view: ImportView, voice: Voice) -> list[Row]:
    args = {"import": view.id}
    cancel = Button(voice.say("Cancel"), "import_cancel", args)
    match view.state:
        case State.READING:
            return [(cancel,)]
        case State.ASKING:
            return [*answers(view, voice), (cancel,)]
        case State.PREVIEWED:
            return _of_preview(view, voice, cancel)
        case State.STOPPED if view.counts.rows:
            undo = (Button(voice.say("Undo"), "import_undo", args),) if view.counts.done else ()
            return [(Button(voice.say("Go on"), "import_go", args),), undo]
        case State.DONE:
            return [_errors(view, voice), (Button(voice.say("Undo"), "import_undo", args),) if view.undo_until else ()]
        case _:
            return []


def _of_preview(view: ImportView, voice: Voice, cancel: Button) -> list[Row]:
    args = {"import": view.id}
    change = Button(voice.say("Change columns"), "import_columns", args)
    choices = tuple(ways(view, voice)) if view.counts.resembling else ()
    if choices and view.resembling is None:
        return [choices, (change,), (*_errors(view, voice), cancel)]
    if not view.counts.new and not view.counts.known and not view.counts.resembling:
        return [(change,), (*_errors(view, voice), cancel)]
    words = voice.say("Keep what differs") if view.overwrite else voice.say("Overwrite what differs")
    overwrite = (Button(words, "import_overwrite", args),)
    differs = view.counts.differing and view.kind is ListKind.CUSTOMERS
    return [
        (Button(voice.say("Import"), "import_go", args), change),
        choices,
        overwrite if differs else (),
        (*_errors(view, voice), cancel),
    ]


def _errors(view: ImportView, voice: Voice) -> Row:
    wrong = view.counts.left_out or view.counts.lost or view.counts.resembling
    return (Button(voice.say("All errors"), "import_errors", {"import": view.id}),) if wrong else ()


def _file(view: ImportView) -> str:
    return short(view.name, NAME) or "?"
