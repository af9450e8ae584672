"""What each kind of reminder is called where it can be turned on and off."""

from wording.catalogue import sentence

NAMES = {
    "visit_brief": sentence("Before a visit"),
    "visit_outcome": sentence("After a visit"),
    "agreement_ends": sentence("Contract or quote ends"),
    "cadence": sentence("Not seen for long"),
    "silent_prospect": sentence("Prospect never seen"),
    "slipping": sentence("Gone quiet"),
    "won_back": sentence("Won back"),
    "overdue_payment": sentence("Overdue payment"),
    "after_order": sentence("After an order"),
    "unanswered": sentence("Unanswered question"),
    "card_review": sentence("Cards to look at"),
    "rating_due": sentence("Customers to rate"),
    "promise": sentence("Promised answer"),
    "complaint_clock": sentence("Complaint waits"),
    "birthday_gift": sentence("Birthday gift"),
    "birthday_eve": sentence("Evening before a birthday"),
    "birthday": sentence("Birthday"),
    "anniversary": sentence("Anniversary"),
    "festival": sentence("Festivals"),
}
FOLLOW_UP = sentence("Follow-ups")
