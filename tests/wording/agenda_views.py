"""Whatever an agenda, an evening's wrap and a report may hold, for the properties of all cards."""

from hypothesis import strategies as st

from sales.agenda import Agenda, ToVisit, Unseen
from sales.cards import Card
from sales.complaint_views import BoardLine
from sales.complaints import State
from sales.kinds import Kind, Severity
from sales.money import Money
from sales.reports import Report, ReportLine, Told, Wrap
from tests.wording.care_views import CARE_VIEWS
from tests.wording.views import DAYS, IDS, LINES, MOMENTS, VOICES, WORDS, many
from wording.cards.agenda import agenda
from wording.cards.report import report, wrap

COMPLAINTS = st.builds(
    BoardLine,
    *(IDS, WORDS, DAYS, WORDS, st.none() | st.sampled_from(Severity), st.sampled_from(State)),
    *(st.none() | MOMENTS, st.booleans(), st.none() | WORDS),
)
AGENDAS = st.builds(
    Agenda,
    *(DAYS, many(LINES, 40), many(LINES, 40), many(LINES, 40), IDS, IDS),
    *(many(COMPLAINTS, 5), IDS, many(CARE_VIEWS, 10), IDS),
    many(st.builds(Unseen, IDS, WORDS, st.none() | DAYS)),
    many(st.builds(ToVisit, IDS, WORDS, DAYS), 56),
    st.none() | DAYS,
)
AGENDA_CARDS: dict[str, st.SearchStrategy[Card]] = dict.fromkeys(
    ("agenda", "morning"), st.builds(agenda, AGENDAS, VOICES)
)
TOLD = st.builds(
    Told, st.sampled_from(Kind), DAYS, WORDS, st.none() | st.builds(Money, IDS, st.just("EUR")), st.booleans()
)
REPORTS = st.builds(
    Report,
    *(WORDS, DAYS, DAYS, many(st.builds(ReportLine, WORDS, many(TOLD, 5)), 60), IDS, many(LINES, 5)),
)
AGENDA_CARDS["wrap"] = st.builds(wrap, st.builds(Wrap, DAYS, IDS, IDS, many(LINES, 16), IDS), VOICES)
AGENDA_CARDS["report"] = AGENDA_CARDS["week_report"] = st.builds(report, REPORTS, VOICES)
