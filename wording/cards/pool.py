"""The pool: a page of it, one customer with its claim, and what owners and managers are told."""

from collections.abc import Iterator, Sequence

from sales.cards import Button, Card, Row
from sales.pool import PoolLine, PoolNews, PoolPage
from wording.layout import digits, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_WARNED = 16
_RETURNED = 10


def pool(view: PoolPage, voice: Voice) -> Card:
    """A page; a digit opens a customer."""
    if not view.total:
        return lay_out([voice.say("The pool is empty."), voice.say("Customers without owner would stand here.")])
    head = voice.count("%(count)s customer in the pool", "%(count)s customers in the pool", view.total)
    place = voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else ""
    lines = [f"{number} {_line(line, voice)}" for number, line in enumerate(view.lines, 1)]
    each = [{"customer": line.id, "page": view.page} for line in view.lines]
    return lay_out([voice.join([head, place]), *lines], *digits("pool_open", each), _paging(view, voice))


def several(there: Sequence[PoolLine], voice: Voice) -> Card:
    """Which of those that fit a name."""
    buttons = [(Button(short(line.name, NAME), "claim", {"customer": line.id}),) for line in there]
    return lay_out([voice.say("Which one do you claim?")], *buttons)


def _paging(view: PoolPage, voice: Voice) -> Row:
    before = Button(voice.say("‹ Before"), "pool_page", {"page": view.page - 1})
    after = Button(voice.say("More ›"), "pool_page", {"page": view.page + 1})
    return (*([before] if view.page > 1 else []), *([after] if view.page < view.pages else []))


def one(line: PoolLine, voice: Voice, *, page: int, own: bool) -> Card:
    """A customer of the pool, or one that the reader has just claimed."""
    if own:
        card = Button(voice.say("Customer card"), "open_customer", {"customer": line.id})
        return lay_out([voice.say("✓ %(name)s is yours now.", name=short(line.name, NAME))], (card,))
    back = (Button(voice.say("Back"), "pool_page", {"page": page or 1}),)
    if line.owner is not None:
        return lay_out([voice.say("%(name)s is no longer in the pool.", name=short(line.name, NAME))], back)
    claim = (Button(voice.say("Claim"), "claim", {"customer": line.id}),)
    return lay_out([short(line.name, NAME), _details(line, voice)], claim, back)


def _line(line: PoolLine, voice: Voice) -> str:
    return voice.labelled(short(line.name, NAME_IN_LIST), _details(line, voice))


def _details(line: PoolLine, voice: Voice) -> str:
    grade = voice.say("class %(grade)s", grade=line.grade) if line.grade else voice.say("no class")
    touched = (
        voice.say("last contact %(day)s", day=voice.day(line.touched)) if line.touched else voice.say("no contact yet")
    )
    return voice.join([grade, short(line.region, NAME_IN_LIST), touched])


def news(view: PoolNews, voice: Voice) -> Card | None:
    """One message: what goes back soon, and what went. None where there is nothing left to say."""
    if not (view.warned or view.returned):
        return None
    each = [{"customer": line.id} for line, _ in view.warned[:_WARNED]]
    return lay_out([*_soon(view, voice), *_gone(view, voice)], *digits("open_customer", each))


def _soon(view: PoolNews, voice: Voice) -> Iterator[str]:
    if not view.warned:
        return
    count = len(view.warned)
    yield voice.count(
        "%(count)s customer goes back to the pool soon", "%(count)s customers go back to the pool soon", count
    )
    for number, (line, day) in enumerate(view.warned[:_WARNED], 1):
        when = voice.say("on %(day)s", day=voice.day(day))
        yield f"{number} {voice.join([short(line.name, NAME_IN_LIST), when])}"
    if count > _WARNED:
        yield voice.count("and %(count)s more", "and %(count)s more", count - _WARNED)
    yield voice.say("A visit, a call or a plan within two weeks keeps them.")


def _gone(view: PoolNews, voice: Voice) -> Iterator[str]:
    if not view.returned:
        return
    count = len(view.returned)
    yield voice.count("%(count)s customer went back to the pool:", "%(count)s customers went back to the pool:", count)
    yield from (_line(line, voice) for line in view.returned[:_RETURNED])
    if count > _RETURNED:
        yield voice.count("and %(count)s more", "and %(count)s more", count - _RETURNED)
    yield voice.say("/pool shows them.")
