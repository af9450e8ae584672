"""One page: which planner finds each kind of reminder."""

from collections.abc import Mapping

from storage.care.planning import (
    after_orders,
    agreements,
    anniversaries,
    birthdays,
    cadence,
    card_reviews,
    complaints,
    festivals,
    overdue,
    rating_due,
    silent_prospects,
    slipping,
    unanswered,
    won_back,
)
from storage.care.planning.look import Planner
from storage.care.planning.visits import briefs, outcomes

PLANNERS: Mapping[str, Planner] = {
    "visit_brief": briefs,
    "visit_outcome": outcomes,
    "agreement_ends": agreements.running_out,
    "cadence": cadence.untouched,
    "silent_prospect": silent_prospects.silent_prospects,
    "slipping": slipping.slipping,
    "won_back": won_back.won_back,
    "overdue_payment": overdue.overdue,
    "after_order": after_orders.after_orders,
    "unanswered": unanswered.unanswered,
    "card_review": card_reviews.reviews,
    "rating_due": rating_due.to_rate,
    "promise": complaints.promises,
    "complaint_clock": complaints.clocks,
    "birthday_gift": birthdays.gifts,
    "birthday_eve": birthdays.eves,
    "birthday": birthdays.on_the_day,
    "anniversary": anniversaries.anniversaries,
    "festival": festivals.festivals,
}
