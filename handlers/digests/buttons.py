"""The buttons under digests, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.desk import Args, Desk
from handlers.digests import asking, groups, noting, opening, pictures, talking, themes, workbooks
from handlers.outcome import Outcome

DIGEST_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "digest": asking.digest,
    "digest_reps": asking.by_rep,
    "digest_picture": pictures.picture,
    "digest_workbook": workbooks.workbook,
    "digest_schedule": asking.schedule,
    "digest_wish": asking.wish,
    "digest_hour": asking.hour,
    "digest_complaint": opening.complaint,
    "digest_ruling": opening.ruling,
    "digest_handover": opening.handover,
    "group_here": groups.here,
    "talk": talking.page,
    "talk_open": talking.open_one,
    "talk_ask": noting.ask,
    "talk_thank": noting.thank,
    "talk_answer": noting.answer,
    "talk_schedule": talking.schedule,
    "talk_wish": talking.wish,
    "talk_hour": talking.hour,
    "theme_done": themes.ask,
    "theme_undo": themes.take_back,
}
