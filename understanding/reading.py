"""The one entrance: from a message to its findings."""

from dataclasses import dataclass

from sales.kinds import Ask
from understanding.directory import Directory
from understanding.fields.agreements import agreements, as_offered
from understanding.fields.anniversaries import anniversaries
from understanding.fields.apart import but_budgets, said_alone, set_apart
from understanding.fields.chances import with_deals
from understanding.fields.finding import fields
from understanding.fields.others import competitors_met, referred
from understanding.findings import Findings, Moment
from understanding.message import asks
from understanding.message.brief import filled
from understanding.message.competing import competitors
from understanding.message.confidence import judged
from understanding.message.entries import entries
from understanding.message.follow_ups import follow_ups
from understanding.message.lost import lost, notes_of_lost
from understanding.message.notice import Noticed, notice
from understanding.message.owners import facts
from understanding.message.questions import about, question
from understanding.message.recurring import repeating
from understanding.message.referring import referrals
from understanding.message.scenes import scenes
from understanding.message.settling import settled
from understanding.message.weighing import Weighed, weigh

PLAIN = 0.3


@dataclass(frozen=True, slots=True)
class Reading:
    """A message as it was read, with what the choices were."""

    noticed: Noticed
    weighed: list[Weighed]
    found: Findings


def understand(text: str, moment: Moment, directory: Directory) -> Findings:
    """Read a rep's message. Pure and total: the same words at the same moment give the same findings."""
    return read(text, moment, directory).found if text.strip() else Findings()


def read(text: str, moment: Moment, directory: Directory) -> Reading:
    noticed = notice(text, moment, directory)
    ask, spoken = question(noticed)
    ask = None if ask and not asks.put(noticed.spelled) and _tells(noticed) else ask
    told = _without_question(noticed, spoken) if ask else noticed
    known = (*fields(told, moment), *anniversaries(told))
    papers = agreements(told, moment)
    told = set_apart(told, known, papers)
    some = settled(told, weigh(told, scenes(told))) if told.clauses else []
    ahead = follow_ups(told, some)
    came, rivals = referrals(told), competitors(told, moment)
    happened = tuple(but_budgets(told, entries(told, some, moment, ahead), known))
    gone = lost(told)
    happened = (*happened, *notes_of_lost(told, gone, happened, moment.at.date()))
    found = Findings(
        entries=with_deals(told, as_offered(noticed, happened, papers), papers, came),
        follow_ups=tuple(repeating(told, ahead)),
        facts=facts(noticed),
        ask=ask,
        about=about(noticed) if ask in (Ask.CUSTOMER, Ask.LAST_CONTACT, Ask.COMPLAINTS) else None,
        competitors=rivals,
        referrals=came,
        agreements=papers,
        fields=(*known, *referred(came), *competitors_met(rivals)),
        lost=gone,
        noted=said_alone(told, (*known, *referred(came))),
        cues=tuple(sorted({cue.name for clause in noticed.clauses for cue in clause.cues})),
    )
    return Reading(told, some, judged(told, some, filled(told, found, moment)))


def _tells(noticed: Noticed) -> bool:
    """Whether it may say that something happened: a question without a question word must not cost what was told."""
    return any(chance >= PLAIN for one in weigh(noticed, scenes(noticed)) for chance in one.kinds.values())


def _without_question(noticed: Noticed, spoken: set[int]) -> Noticed:
    """The sentences that ask tell nothing that happened."""
    kept = [index for index, clause in enumerate(noticed.clauses) if clause.sentence not in spoken]
    noticed.about = [noticed.about[index] for index in kept]
    noticed.clauses = [noticed.clauses[index] for index in kept]
    return noticed
