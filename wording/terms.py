"""The words for the closed lists of the business: kinds, categories, severities, roles."""

from sales.complaints import Cause, Remedy, State
from sales.customers import Relation, Stage
from sales.kinds import Category, Kind, Sentiment, Severity
from sales.people import Role
from wording.catalogue import sentence

KINDS = {
    Kind.VISIT: sentence("Visit"),
    Kind.CALL: sentence("Call"),
    Kind.FEEDBACK: sentence("Feedback"),
    Kind.COMPLAINT: sentence("Complaint"),
    Kind.OPPORTUNITY: sentence("Opportunity"),
    Kind.ORDER: sentence("Order"),
    Kind.PAYMENT: sentence("Payment"),
    Kind.NOTE: sentence("Note"),
}
KINDS_WITHIN = {
    Kind.VISIT: sentence("visit"),
    Kind.CALL: sentence("call"),
    Kind.FEEDBACK: sentence("feedback"),
    Kind.COMPLAINT: sentence("complaint"),
    Kind.OPPORTUNITY: sentence("opportunity"),
    Kind.ORDER: sentence("order"),
    Kind.PAYMENT: sentence("payment"),
    Kind.NOTE: sentence("note"),
}
"""The same inside a sentence."""
CATEGORIES = {
    Category.DELIVERY: sentence("Delivery"),
    Category.QUALITY: sentence("Quality"),
    Category.PRICE: sentence("Price"),
    Category.SERVICE: sentence("Service"),
    Category.BILLING: sentence("Billing"),
    Category.OTHER: sentence("Something else"),
}
SEVERITIES = {
    Severity.LOW: sentence("minor"),
    Severity.NORMAL: sentence("normal"),
    Severity.HIGH: sentence("grave"),
}
SENTIMENTS = {
    Sentiment.POSITIVE: sentence("pleased"),
    Sentiment.NEUTRAL: sentence("neutral"),
    Sentiment.NEGATIVE: sentence("displeased"),
}
COMPLAINT_STATES = {
    State.OPEN: sentence("open"),
    State.PROMISED: sentence("promised"),
    State.RESOLVED: sentence("put right"),
    State.CLOSED: sentence("closed"),
    State.REOPENED: sentence("open again"),
}
CAUSES = {
    Cause.FAULT: sentence("Faulty goods"),
    Cause.LATE: sentence("Came late"),
    Cause.DAMAGE: sentence("Damaged on the way"),
    Cause.WRONG: sentence("Wrong goods or number"),
    Cause.BILLING: sentence("Wrong invoice"),
    Cause.SERVICE: sentence("Our service"),
    Cause.MISUSE: sentence("Used wrongly"),
    Cause.OTHER: sentence("Something else"),
}
REMEDIES = {
    Remedy.REPLACED: sentence("Replaced"),
    Remedy.RETURNED: sentence("Returned"),
    Remedy.REFUNDED: sentence("Refunded"),
    Remedy.DISCOUNT: sentence("Discount"),
    Remedy.EXPLAINED: sentence("Explained"),
}
ROLES = {
    Role.REP: sentence("sales rep"),
    Role.MANAGER: sentence("manager"),
    Role.CARE: sentence("customer care"),
    Role.ADMIN: sentence("administrator"),
}
STAGES = {
    Stage.PROSPECT: sentence("prospect"),
    Stage.NEW: sentence("new customer"),
    Stage.ACTIVE: sentence("active"),
    Stage.GROWING: sentence("growing"),
    Stage.SLIPPING: sentence("slipping"),
    Stage.LOST: sentence("lost"),
    Stage.WON_BACK: sentence("won back"),
}
RELATIONS = {
    Relation.DIRECT: sentence("direct customer"),
    Relation.INDIRECT: sentence("indirect customer"),
    Relation.CHANNEL: sentence("channel partner"),
    Relation.SUPPLIER: sentence("supplier"),
    Relation.INTERNAL: sentence("our own company"),
    Relation.OTHER: sentence("other relation"),
}

ANSWER_COMPLAINT = sentence("answer the complaint")
"""What is to be done when an answer was promised."""
