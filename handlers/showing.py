"""How each kind of message reads now: from its facts to what the store says to the card; one page, a line a kind."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.broadcasts import laying_out as laying_out_broadcasts
from handlers.card_reviews import laying_out as laying_out_reviews
from handlers.cards import laying_out as laying_out_cards
from handlers.care import calendar as calendars
from handlers.care import laying_out as laying_out_care
from handlers.care import losses, silence_list
from handlers.comments import laying_out as laying_out_comments
from handlers.company import audit_trail, invitation_cards, laying_out, passing_on, privacy, rates
from handlers.complaints import laying_out as laying_out_complaints
from handlers.dealings import laying_out as laying_out_dealings
from handlers.digests import decisions
from handlers.digests import laying_out as laying_out_digests
from handlers.digests import pictures as digest_pictures
from handlers.digests.talked import TALKED
from handlers.duplicates import laying_out as duplicates_laid_out
from handlers.freshness import laying_out as laying_out_facts
from handlers.importing import laying_out as lists_laid_out
from handlers.pages import asking as pages
from handlers.pictures import laying_out as pictures
from handlers.plans import giving
from handlers.plans import laying_out as laying_out_plans
from handlers.questions import laying_out as laying_out_questions
from handlers.reader import Facts, Reader
from handlers.scores import fared
from handlers.scores import laying_out as laying_out_scores
from handlers.segments import laying_out as laying_out_segments
from handlers.targets import laying_out as laying_out_targets
from handlers.told.refused_sums import with_refused
from handlers.visit_plans import laying_out as laying_out_visit_plans
from sales.cards import Card
from sales.care.kinds import REMINDER_KINDS
from sales.views import Fixing, Part
from storage.cards import birthdays, customer_list
from storage.cards.living import living_facts
from storage.company import look_ups, people
from storage.queues import outbox
from storage.store import Session
from storage.team_groups.reading import reader_at
from storage.told import drafts, echoes, journal
from storage.told.names import with_names
from wording import commands
from wording.cards import added as added_card
from wording.cards import customers as customers_card
from wording.cards import echo as echo_card
from wording.cards import fixing as fixing_card
from wording.cards import lists as list_cards
from wording.cards import look_ups as look_ups_card
from wording.cards import question as question_card
from wording.cards import settings as settings_card
from wording.sentences import Said
from wording.voice import Voice

PAGE = 8


@dataclass(frozen=True, slots=True)
class Showing:
    """Renders messages for delivery. `bot` is the bot's user name.

    `address` is where people's own programs reach this house; nothing where they do not.
    """

    bot: str
    address: str = ""

    def render(self, session: Session, message: outbox.Message, now: datetime) -> Card | None:
        """Lay the message out for its reader as things stand now; None: there is nothing (any more) to say."""
        if message.member is None:
            return self._to_nobody(session, message, now)
        member = people.member(session, message.member)
        if member is None or _unheard(session, message):
            return None
        voice = Voice(member.language, member.zone, now.astimezone(member.zone).date())
        card = self._card(Reader(session, member, voice, now), message)
        return _perhaps_again(card, voice) if card and message.doubts else card

    def _to_nobody(self, session: Session, message: outbox.Message, now: datetime) -> Card | None:
        """To a stranger, in words that stand there; or to a group, for which nobody in particular reads."""
        if message.kind != "group_digest":
            return Card(str(message.facts["text"]))
        team = reader_at(session, message.chat, message.facts)
        if team is None:
            return None
        voice = Voice(team.language, team.zone, now.astimezone(team.zone).date())
        return self._card(Reader(session, team, voice, now), message)

    def _card(self, reader: Reader, message: outbox.Message) -> Card | None:
        issuing = invitation_cards.Issuing(self.bot, reader.voice, reader.now)
        match message.kind:
            case "invitation":
                return invitation_cards.invitation_card(reader.session, message.facts, issuing)
            case "invitations":
                return invitation_cards.invitations_card(reader.session, message.facts, issuing)
            case "calendar" | "calendar_file":
                return calendars.laid_out(reader, message, calendars.Served(self.address, self.bot))
            case "page":
                return pages.laid_out(reader, self.address)
            case kind:
                return SHOW[kind](reader, living_facts(reader.session, message.facts))


def _unheard(session: Session, message: outbox.Message) -> bool:
    """The correction of what nobody has heard of yet: what waits will read right when it is sent."""
    corrects = message.kind in ("complaint", "complaint_news", "fact") and bool(message.edits)
    return corrects and outbox.message_of(session, message.edits or "") is None


def _perhaps_again(card: Card, voice: Voice) -> Card:
    return replace(card, text=f"{card.text}\n{voice.say(Said.MAY_REPEAT)}")


def _said(reader: Reader, facts: Facts) -> Card:
    return Card(str(facts["text"]))


def _echo(reader: Reader, facts: Facts) -> Card | None:
    view = echoes.echo_of(reader.session, chat=facts["chat"], message=facts["message"])
    if view is None:
        return None
    shown = laying_out_dealings.with_dealings(reader, with_refused(replace(view, whole=bool(facts.get("whole")))))
    return echo_card.echo(shown, reader.voice)


def _added(reader: Reader, facts: Facts) -> Card | None:
    told = journal.by_message(reader.session, facts["chat"], facts["message"])
    if told is None:
        return None
    return added_card.added(Part(told.id, with_names(reader.session, told.told), undone=told.undone), reader.voice)


def _question(reader: Reader, facts: Facts) -> Card | None:
    asking = drafts.by_message(reader.session, chat=facts["chat"], message=facts["message"])
    return question_card.question(asking, reader.voice) if asking else None


def _fixing(reader: Reader, facts: Facts) -> Card | None:
    told = journal.by_message(reader.session, facts["chat"], facts["message"])
    view = echoes.echo(reader.session, head=told.head) if told else None
    if told is None or view is None:
        return None
    choices = _customers(reader) if facts.get("field") == "customer" else ()
    shown = Fixing(
        told.id, with_names(reader.session, told.told), facts.get("line"), facts.get("field"), choices, view.parts
    )
    return fixing_card.fixing(shown, reader.voice)


def _customers(reader: Reader) -> tuple[tuple[str, str], ...]:
    latest = echoes.recent_parties(reader.session, member=reader.member)
    return tuple((str(party.id), party.name) for party in latest)


def _customer_page(reader: Reader, facts: Facts) -> Card:
    page = customer_list.page(reader.session, reader.member, page=int(facts.get("page", 1)), size=PAGE)
    return customers_card.customers(page, reader.voice)


def _birthdays(reader: Reader, facts: Facts) -> Card:
    lines = birthdays.coming(reader.session, reader.member, today=reader.voice.today, limit=PAGE)
    return list_cards.birthdays(lines, reader.voice)


def _look_ups(reader: Reader, facts: Facts) -> Card | None:
    day = date.fromisoformat(facts["day"])
    looked = look_ups.many(reader.session, reader.member, looker=int(facts["member"]), day=day)
    return look_ups_card.look_ups(looked, reader.voice) if looked else None


def _help(reader: Reader, facts: Facts) -> Card:
    return commands.help_card(reader.member.roles, reader.voice)


def _languages(reader: Reader, facts: Facts) -> Card:
    return settings_card.languages(reader.voice)


def _zones(reader: Reader, facts: Facts) -> Card:
    return settings_card.zones(reader.voice)


SHOW: dict[str, Callable[[Reader, Facts], Card | None]] = {
    "import_errors": lists_laid_out.errors,
    "import_template": lists_laid_out.template,
    "chart": pictures.chart,
    "segment_map": pictures.map_of_segments,
    "risk_plot": pictures.plot_of_risks,
    "digest_picture": digest_pictures.laid_out,
    "answer_chart": laying_out_questions.chart,
    "said": _said,
    "answered": _said,
    "added": _added,
    "help": _help,
    "complaints": laying_out_complaints.listed,
    "birthdays": _birthdays,
    "echo": _echo,
    "question": _question,
    "entry": laying_out_comments.entry,
    "comment": laying_out_comments.comment,
    "review": laying_out_reviews.review,
    "review_news": laying_out_reviews.news,
    "card_question": laying_out_reviews.question,
    "card_answer": laying_out_reviews.answer,
    "broadcast_draft": laying_out_broadcasts.draft,
    "broadcast": laying_out_broadcasts.broadcast,
    "broadcast_sent": laying_out_broadcasts.sent,
    "fixing": _fixing,
    "audit": audit_trail.laid_out,
    "privacy": privacy.laid_out,
    "privacy_list": privacy.laid_out_list,
    "person_export": privacy.laid_out_export,
    "look_ups": _look_ups,
    "complaint": laying_out_complaints.card,
    "complaint_news": laying_out_complaints.news,
    "complaint_causes": laying_out_complaints.week,
    "follow_up": laying_out_plans.follow_up,
    "given": giving.laid_out,
    "late": laying_out_plans.late,
    "agenda": laying_out_plans.agenda,
    "morning": laying_out_plans.agenda,
    "wrap": laying_out_plans.wrap,
    "report": laying_out_plans.report,
    **laying_out_visit_plans.VISIT_PLANS,
    "week_report": laying_out_plans.report,
    "digest": laying_out_digests.digest,
    "digest_reps": laying_out_digests.by_rep,
    **TALKED,
    "late_news": laying_out_digests.late_news,
    "digest_schedule": laying_out_digests.schedule,
    "customer": laying_out_cards.customer,
    "found": laying_out_cards.found,
    "own_fields": laying_out_cards.own_fields,
    "whole_card": laying_out_cards.whole_card,
    "scores": laying_out_scores.scores,
    "rating": laying_out_scores.rating,
    "history": laying_out_cards.happened,
    "people": laying_out_cards.people,
    "person": laying_out_cards.person,
    "editing": laying_out_cards.editing,
    "changed": laying_out_cards.changed,
    "other_names": laying_out_cards.names,
    "customers": _customer_page,
    "segment": laying_out_segments.segment,
    "segment_adding": laying_out_segments.adding,
    "segments": laying_out_segments.segments,
    "book_answer": laying_out_questions.answer,
    "book_near": laying_out_questions.near,
    "fared": fared.laid_out,
    "silences": silence_list.listed,
    "told_lost": losses.laid_out,
    "silence": silence_list.one,
    "deals": laying_out_dealings.deals,
    "deal": laying_out_dealings.deal,
    "cards": laying_out_facts.cards,
    "fact": laying_out_facts.fact,
    "fact_asking": laying_out_facts.fact_asking,
    **laying_out.COMPANY,
    "handed_on": passing_on.laid_out,
    "rates": rates.laid_out,
    "import": lists_laid_out.card,
    "paper": lists_laid_out.paper,
    "decisions": decisions.laid_out,
    "targets": laying_out_targets.targets,
    "me": laying_out_targets.me,
    "merge": duplicates_laid_out.merge,
    "merge_pick": duplicates_laid_out.merge_pick,
    "merged": duplicates_laid_out.merged,
    "merges": duplicates_laid_out.merges,
    "same_reach": duplicates_laid_out.same_reach,
    "claim": duplicates_laid_out.claim,
    "claimed": duplicates_laid_out.claimed,
    "ruling": duplicates_laid_out.ruling,
    "languages": _languages,
    "zones": _zones,
    "hours": laying_out_care.hours,
    "kind_offer": laying_out_care.kind_offer,
    "unreached": laying_out_care.unreached,
    "coming": laying_out_care.coming,
    "coming_line": laying_out_care.coming_line,
    "deliveries": laying_out_care.deliveries,
    "greeting": laying_out_care.greeting,
    **dict.fromkeys(REMINDER_KINDS, laying_out_care.care),
}
