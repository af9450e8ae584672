"""What was done about feedback: for whoever did it, and for the owners of those who asked, with words to pass on."""

from collections.abc import Iterator
from dataclasses import replace

from sales.cards import Button, Card, Copy, Row
from sales.digests import Theme
from sales.kinds import Category
from sales.measures import Period
from sales.themes import Asker, ThemeAsked, ThemeDone, ThemeNews
from wording.layout import digits, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

_NOTE = 200
_NAMED = 6
_ENDS = ".。!！ "


def theme_buttons(theme: Theme | None, period: Period, voice: Voice) -> Row:
    """Nothing for what was done already."""
    if theme is None or theme.done is not None:
        return ()
    return (Button(voice.say("Done about it"), "theme_done", ThemeAsked.up_to(theme.category, period).facts),)


def done(view: ThemeDone, voice: Voice) -> Card:
    what = voice.category(view.about.category)
    if view.undone:
        return lay_out([voice.say("Taken back: %(what)s is open again.", what=what), _quoted(view.note, voice)])
    told = [short(name, NAME_IN_LIST) for name in view.told]
    names = voice.join(told[:_NAMED])
    if more := len(told[_NAMED:]):
        names = voice.say("%(names)s and %(more)s more", names=names, more=more)
    lines = [
        voice.say("✓ Done about it: %(what)s", what=what),
        _quoted(view.note, voice),
        voice.labelled(voice.say("Told"), names),
    ]
    return lay_out(lines, (Button(voice.say("Undo"), "theme_undo", {"arrival": view.arrival}),))


def news(view: ThemeNews, voice: Voice) -> Card:
    """Line 1 says it all on a lock screen."""
    what, by = voice.category(view.done.about.category), short(view.by, NAME_IN_LIST)
    if view.done.undone:
        return lay_out([voice.say("%(by)s took it back: %(what)s", by=by, what=what), _quoted(view.done.note, voice)])
    lines = [
        voice.say("You asked, we did it: %(what)s", what=what),
        voice.labelled(by, _quoted(view.done.note, voice)),
        voice.say("Your customers who spoke of it:"),
        *(_asker(number, one, voice) for number, one in enumerate(view.askers, 1)),
        voice.count("and %(count)s more of these", "and %(count)s more of these", view.more) if view.more else "",
        *_to_pass_on(view, voice),
    ]
    opened = digits("open_customer", [{"customer": one.customer} for one in view.askers])
    return lay_out(lines, *opened, tuple(_copies(view, voice)))


def _asker(number: int, one: Asker, voice: Voice) -> str:
    words = voice.labelled(short(one.name, NAME), _quoted(short(one.quote, WORDS), voice) if one.quote else "")
    return f"{number} {words}"


def _quoted(words: str, voice: Voice) -> str:
    return voice.say("“%(words)s”", words=short(words, _NOTE))


def _to_pass_on(view: ThemeNews, voice: Voice) -> Iterator[str]:
    yield voice.say("To pass on to them:")
    yield from (_for_customer(view.done, language, voice) for language in _spoken(view))


def _copies(view: ThemeNews, voice: Voice) -> Iterator[Copy]:
    languages = _spoken(view)
    for language in languages:
        label = _label(language, voice) if len(languages) > 1 else voice.say("Copy")
        yield Copy(label, _for_customer(view.done, language, voice))


def _label(language: str, voice: Voice) -> str:
    return voice.say("Copy in Chinese") if language == "zh" else voice.say("Copy in English")


def _spoken(view: ThemeNews) -> list[str]:
    """The languages of those who asked, each once."""
    return list(dict.fromkeys(one.language for one in view.askers))


def _for_customer(done: ThemeDone, language: str, voice: Voice) -> str:
    """Politely, in the customer's language; what was done stays in the words of whoever did it."""
    theirs = replace(voice, language=language)
    note = short(done.note, _NOTE).rstrip(_ENDS)
    if done.about.category is Category.OTHER:
        return theirs.say(
            "You told us what you think of us, and we did something about it: %(note)s. Thank you for telling us!",
            note=note,
        )
    return theirs.say(
        "You told us what you think of our %(what)s, and we did something about it: %(note)s. "
        "Thank you for telling us!",
        what=theirs.category(done.about.category).lower(),
        note=note,
    )
