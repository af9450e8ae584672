"""Whatever the reminders of each kind may hold, for the properties of all cards."""

from typing import Any

from hypothesis import strategies as st

from sales.cards import Card
from sales.care.kinds import REMINDER_KINDS
from sales.care.views import CareView
from sales.kinds import Kind
from sales.views import Last
from tests.wording.views import DAYS, IDS, MOMENTS, VOICES, WORDS
from wording.cards.care.frame import care

STAGES = st.sampled_from(["due", "why", "done", "never", "moved", "withdrawn", "expired"])
ABOUT: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "agreement_ends": st.fixed_dictionaries({"kind": st.sampled_from(["quote", "contract"]), "title": WORDS}),
}


def _views(kind: str) -> st.SearchStrategy[CareView]:
    return st.builds(
        CareView,
        id=IDS,
        kind=st.just(kind),
        day=DAYS,
        stage=STAGES,
        customer=WORDS,
        customer_id=st.none() | IDS,
        last=st.none() | st.builds(Last, st.sampled_from(Kind), DAYS, WORDS),
        late=st.none() | MOMENTS,
        was=st.booleans(),
        listed=st.booleans(),
        about=ABOUT[kind],
    )


CARE_CARDS: dict[str, st.SearchStrategy[Card]] = {
    kind: st.builds(care, _views(kind), VOICES) for kind in REMINDER_KINDS
}
