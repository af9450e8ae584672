"""How what leaders say to reps, owners and teams reads now: talk cards, feedback done about, digests in groups."""

from collections.abc import Callable, Mapping

from handlers.digests import groups, noting, talking, themes
from handlers.reader import Facts, Reader
from sales.cards import Card

TALKED: Mapping[str, Callable[[Reader, Facts], Card | None]] = {
    "group_digest": groups.laid_out,
    "group_teams": groups.laid_out_teams,
    "talk_card": talking.laid_out,
    "talk_note": noting.laid_out,
    "talk_schedule": talking.laid_out_schedule,
    "theme": themes.laid_out,
    "theme_news": themes.laid_out_news,
}
