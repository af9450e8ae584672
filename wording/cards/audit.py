"""A page of the audit trail: who did what, when, the newest first."""

from collections.abc import Iterator

from sales.audit_views import AuditLine, AuditPage
from sales.cards import Button, Card, Row
from wording.audit_values import told
from wording.audit_words import DEEDS
from wording.layout import lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short


def audit(view: AuditPage, voice: Voice) -> Card:
    return lay_out(_lines(view, voice), _paging(view, voice))


def _lines(view: AuditPage, voice: Voice) -> Iterator[str]:
    name = short(view.name, NAME)
    head = voice.say("Audit trail of %(name)s", name=name) if name else voice.say("Audit trail")
    place = voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else ""
    yield voice.join([head, place])
    if not view.lines:
        yield voice.say("Nothing is on record.")
    yield from (_line(line, voice) for line in view.lines)


def _line(line: AuditLine, voice: Voice) -> str:
    who = short(line.who, NAME_IN_LIST) if line.who else voice.say("The operator")
    deed = voice.say(
        "%(who)s %(deed)s", who=who, deed=voice.say(DEEDS[line.action]) if line.action in DEEDS else line.action
    )
    what = voice.say("a customer of another team") if line.hidden else _what(line, voice)
    return voice.say("%(moment)s %(event)s", moment=voice.moment(line.at), event=voice.labelled(deed, what))


def _what(line: AuditLine, voice: Voice) -> str:
    return voice.join([short(line.subject, NAME), short(told(line.action, line.words, voice), WORDS)])


def _paging(view: AuditPage, voice: Voice) -> Row:
    of = {"member": view.about.member, "customer": view.about.customer}
    args = {name: number for name, number in of.items() if number is not None}
    newer = Button(voice.say("‹ Newer"), "audit", {**args, "page": view.page - 1})
    older = Button(voice.say("Older ›"), "audit", {**args, "page": view.page + 1})
    return (*([newer] if view.page > 1 else []), *([older] if view.page < view.pages else []))
