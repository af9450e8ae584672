"""Whatever the questions for facts and the figures of cards may hold, for the properties of all cards."""

from hypothesis import strategies as st

from sales.card_figures import CardFigures, Figures, RepFigures
from sales.cards import Card
from sales.fact_questions import FactQuestion, Stage
from sales.freshness import ALL, MATTERING, Weights
from sales.known import Known
from tests.wording.views import IDS, MOMENTS, VOICES, WORDS, many
from wording.cards.card_figures import card_figures
from wording.cards.fact_question import asking, fact_question

FIELDS = st.sampled_from(MATTERING)
FACTS = st.none() | st.builds(
    Known, field=FIELDS.map(lambda field: field.name), value=WORDS, at=MOMENTS, confirmed_at=st.none() | MOMENTS
)
QUESTIONS = st.builds(
    FactQuestion,
    id=IDS,
    customer=IDS,
    name=WORDS,
    field=FIELDS,
    stage=st.sampled_from(Stage),
    contact=st.none() | WORDS,
    known=FACTS,
    undoable=st.booleans(),
)
WEIGHTS = st.builds(Weights, st.just(ALL), st.integers(0, ALL), st.integers(0, ALL))
REPS = st.builds(RepFigures, IDS, WORDS, IDS, WEIGHTS, st.integers(0, 10**6))
NEEDY = st.builds(CardFigures, IDS, WORDS, IDS, st.sampled_from([None, "A", "B", "C"]), WEIGHTS)

FACT_CARDS: dict[str, st.SearchStrategy[Card]] = {
    "fact": st.builds(fact_question, QUESTIONS, VOICES),
    "fact_asking": st.builds(asking, wants=st.booleans(), voice=VOICES),
    "cards": st.builds(card_figures, st.builds(Figures, many(REPS, 50), many(NEEDY, 5)), VOICES, leads=st.booleans()),
}
