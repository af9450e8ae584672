"""The words for opportunities: stages, sources, reasons, and an opportunity in a line."""

from sales.dealings import Deal, DealSource, DealStage, LostReason, WinRate
from wording.catalogue import sentence
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

STAGES = {
    DealStage.LEAD: sentence("lead"),
    DealStage.QUALIFIED: sentence("qualified"),
    DealStage.QUOTED: sentence("quoted"),
    DealStage.NEGOTIATING: sentence("negotiating"),
}
SOURCES = {
    DealSource.REFERRAL: sentence("referral"),
    DealSource.FAIR: sentence("trade fair"),
    DealSource.WEBSITE: sentence("website"),
    DealSource.COLD_CALL: sentence("cold call"),
    DealSource.EXISTING: sentence("known customer"),
    DealSource.TENDER: sentence("tender"),
    DealSource.OTHER: sentence("other source"),
}
REASONS = {
    LostReason.PRICE: sentence("Price"),
    LostReason.COMPETITOR: sentence("Competitor"),
    LostReason.TIMING: sentence("Timing"),
    LostReason.NO_NEED: sentence("No need"),
    LostReason.SERVICE: sentence("Our service"),
    LostReason.OTHER: sentence("Something else"),
}


def stage_words(stage: DealStage, voice: Voice) -> str:
    return voice.say(STAGES[stage])


def source_words(source: str | None, voice: Voice) -> str:
    """One that is none of ours is shown as it stands."""
    known = next((one for one in DealSource if one == source), None)
    return voice.say(SOURCES[known]) if known else short(source or "", NAME)


def reason_words(reason: str | None, voice: Voice) -> str:
    known = next((one for one in LostReason if one == reason), None)
    return voice.say(REASONS[known]) if known else short(reason or "", WORDS)


def deal_line(deal: Deal, voice: Voice) -> str:
    """As on a list: "Acme Tools, S$120,000, quoted, Tue 30 Jun"."""
    return voice.join(
        [
            short(deal.customer_name, NAME_IN_LIST),
            voice.money(deal.expected) if deal.expected else short(deal.title, NAME_IN_LIST),
            stage_words(deal.stage, voice),
            voice.day(deal.day) if deal.day else "",
        ]
    )


def deal_label(deal: Deal, voice: Voice) -> str:
    """As on a button: the sum, or what it is about."""
    return voice.money(deal.expected) if deal.expected else short(deal.title, NAME_IN_LIST)


def rate_line(rate: WinRate, voice: Voice) -> str:
    """As in "trade fair: 3 of 5 won, 60 %"."""
    source = source_words(rate.source, voice) or voice.say("source unknown")
    share = f"{round(100 * rate.won / rate.over) if rate.over else 0} %"
    words = voice.say("%(won)s of %(over)s won, %(share)s", won=rate.won, over=rate.over, share=share)
    return voice.labelled(source, words)
