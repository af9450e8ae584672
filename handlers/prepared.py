"""What is worked out of a message before any transaction."""

from dataclasses import dataclass

from handlers.context import NO_CONTEXT, Context
from papers.lists.reading import Seen
from papers.people_list import PeopleList
from papers.shared_card import SharedPerson
from sales.card_figures import NO_FIGURES, Figures
from sales.lists import FileFault
from sales.people import Member
from sales.privacy_views import PersonFound
from sales.tellings import Party
from understanding.findings import Candidate, Findings
from understanding.questions.reading import QuestionRead
from understanding.segments.reading import SegmentRead
from wording.entering import Entering

NAMED = 0.8
"""How well a name has to fit a customer on record to be taken for it."""


MARGIN = 0.1
"""A second customer that fits as well as this makes a name doubtful."""

NOTHING_FOUND = Findings()


@dataclass(frozen=True, slots=True)
class Prepared:
    """The findings, what the message stands in, and the customers that the whole text may be the name of."""

    findings: Findings = NOTHING_FOUND
    member: Member | None = None
    """Who speaks, as of this update; None: a stranger."""
    context: Context = NO_CONTEXT
    names: tuple[Candidate, ...] = ()
    person: SharedPerson | None = None
    """Whose contact was shared."""
    people: PeopleList | Entering | None = None
    """The people on a list that was sent to be invited, or what is wrong with it."""
    listed: Seen | FileFault | None = None
    """What a list that was sent seems to be, or why it is none."""
    found: tuple[PersonFound, ...] = ()
    """Who is called as /privacy asks."""
    figures: Figures = NO_FIGURES
    """How complete the cards are, for who asked: counting thousands takes too long for a transaction."""
    picked: SegmentRead | None = None
    """Which customers /segment picks out."""
    question: QuestionRead | None = None
    """What is asked of the book; None: nothing sounds so."""

    @property
    def doubtful(self) -> bool:
        """Whether the text fits two customers about equally."""
        return len(self.names) > 1 and self.names[0].score - self.names[1].score < MARGIN

    def is_name(self, text: str) -> bool:
        """Whether the text is the name of a customer on record and little else."""
        best = self.names[0] if self.names else None
        return best is not None and best.score >= NAMED and len(text.split()) <= len(best.name.split()) + 1

    @property
    def tells(self) -> bool:
        """Whether something to be stored was found."""
        found = self.findings
        return bool(found.entries or found.follow_ups or found.facts or found.fields or found.agreements)

    def party(self, text: str) -> Party:
        """The customer that a text is the name of; a name that fits nobody well is a new one's."""
        best = self.names[0] if self.names and self.names[0].score >= NAMED else None
        return Party(best.name, best.key) if best else Party(" ".join(text.split()))


UNPREPARED = Prepared()
