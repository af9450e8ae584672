"""The words for the closed lists of the business: kinds, categories, severities, roles."""

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
