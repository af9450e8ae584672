"""The audit trail in words: no names of columns, no bare dates."""

from datetime import UTC, datetime

import pytest

from sales.audit_views import About, AuditLine, AuditPage
from tests.wording.shown import CHINESE, ENGLISH
from wording.cards.audit import audit

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("action", "words", "english", "chinese"),
    [
        ("customer.changed", "grade:  → A", "Class: A", "等级：A"),
        ("customer.changed", "grade: B → A", "Class: B → A", "等级：B → A"),
        ("customer.changed", "credit_limit:  → 5000000 SGD", "Credit limit: S$50,000", "信用额度：S$5万"),
        ("customer.changed", "payment_terms: 30 → 60", "Payment terms: 30 days → 60 days", "账期：30天 → 60天"),
        ("customer.changed", "referred_by:  → 12", "Referred by: …", "介绍人：…"),
        ("customer.changed", "alias: + Acme Ltd", "Other names: + Acme Ltd", "别的叫法：+ Acme Ltd"),
        ("contact.changed", "role:  → decides", "Role in the purchase: decides", None),
        ("export.made", "customers 3, follow_ups 8", "Customers: 3, Follow-ups: 8", None),
        ("leave.entered", "2027-05-01 – 2027-05-05", "Sat 1 May 2027 – Wed 5 May 2027", None),
        ("setting.changed", 'gift: "yes"', "Birthday gifts: yes", None),
        ("invitation.made", "Anna Lee, rep", "Anna Lee, sales rep", "Anna Lee，业务员"),
        ("import.made", "customers: list.xlsx, 3 new, 4 known", "list.xlsx, 3 new, 4 known", None),
        ("customer.merged", "Acme + Acme Ltd", "Acme + Acme Ltd", None),
        ("leave.entered", "2027-99-99", "2027-99-99", None),
    ],
)
def test_what_was_changed(action: str, words: str, english: str, chinese: str | None) -> None:
    page = AuditPage(About(), "", 1, 1, 1, (AuditLine(AT, "Anna", action, "", words),))
    assert audit(page, ENGLISH).text.endswith(english)
    if chinese:
        assert audit(page, CHINESE).text.endswith(chinese)
