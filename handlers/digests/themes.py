"""Done about feedback: a manager says what, the owners of those who asked hear of it, and it can be taken back."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Facts, Message, Outcome
from handlers.reader import Reader
from sales.cards import Card
from sales.themes import ThemeAsked, read_theme, theme_of
from storage.company import asked
from storage.company.asked import What
from storage.queues import outbox
from storage.themes import askers, keeping
from wording.cards.digests import themes as cards
from wording.sentences import Toast
from wording.theme_words import ThemeSaid

_LONGEST = 400


def ask(desk: Desk, args: Args) -> Outcome:
    """The next words say what was done."""
    about = read_theme(args)
    if not askers.to_tell(desk.session, desk.member, about):
        return desk.say(ThemeSaid.NOBODY)
    question = partial(asked.ask, member=desk.member.id, what=What.THEME, now=desk.now, about=about.text)
    said = desk.say(ThemeSaid.WRITE, what=desk.voice.category(about.category))
    return Outcome((question,), said.messages)


def written(desk: Desk, text: str) -> Outcome:
    """Words that were asked for by the button."""
    words = text.strip()
    if len(words) > _LONGEST:
        return desk.say(ThemeSaid.TOO_LONG)
    about = theme_of(asked.asked_about(desk.session, member=desk.member.id))
    arrival, by = desk.heard.arrival, desk.hand
    keep = partial(keeping.keep, about=about, words=words, arrival=arrival, by=by)
    settle = partial(asked.settle, member=desk.member.id)
    return Outcome((keep, settle), (desk.reply("theme", {"arrival": arrival}), *_news(desk, about)))


def _news(desk: Desk, about: ThemeAsked) -> list[Message]:
    arrival = desk.heard.arrival
    return [
        Message(_key(arrival, to.id), to.chat, "theme_news", {"arrival": arrival}, to.id)
        for to in askers.to_tell(desk.session, desk.member, about)
        if to.chat is not None
    ]


def _key(arrival: int, member: int) -> str:
    return f"theme_news:{arrival}:{member}"


def take_back(desk: Desk, args: Args) -> Outcome:
    """Whoever was told reads that it was taken back, in the same message."""
    arrival = int(args["arrival"])
    done = askers.done_by(desk.session, desk.member, arrival)
    if done is None or done.undone:
        return desk.toast(Toast.GONE)
    change = partial(keeping.take_back, arrival=arrival, by=desk.hand)
    facts: Facts = {"arrival": arrival, "edits": 1}
    told = outbox.put_under(desk.session, _key(arrival, 0).rstrip("0"))
    edits = [Message(f"{one.key}:undone", one.chat, one.kind, facts, one.member, edits=one.key) for one in told]
    return Outcome((change,), (desk.reply("theme", {"arrival": arrival}, edits=desk.pressed), *edits))


def laid_out(reader: Reader, facts: Facts) -> Card | None:
    view = askers.done_by(reader.session, reader.member, int(facts["arrival"] or 0))
    return cards.done(view, reader.voice) if view else None


def laid_out_news(reader: Reader, facts: Facts) -> Card | None:
    """Who heard nothing of it yet hears nothing of its end either."""
    arrival = int(facts["arrival"] or 0)
    view = askers.news(reader.session, reader.member, arrival)
    if view is None or (view.done.undone and not _was_told(reader, facts, arrival)):
        return None
    return cards.news(view, reader.voice)


def _was_told(reader: Reader, facts: Facts, arrival: int) -> bool:
    sent = outbox.message_of(reader.session, _key(arrival, reader.member.id))
    return bool(facts.get("edits")) and sent is not None
