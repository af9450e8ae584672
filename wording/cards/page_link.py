"""The card with the way to the pages."""

from sales.cards import Card, Link, WebApp
from wording.layout import lay_out
from wording.sentences import Said
from wording.voice import Voice


def page_link(address: str, token: str, voice: Voice) -> Card:
    """`address` empty: nobody has said where browsers reach this house. Telegram opens pages itself by https only."""
    if not address:
        return lay_out(voice.say(Said.PAGE_NO_ADDRESS).splitlines())
    browser = Link(voice.say("Open in the browser"), f"{address}/pages/open#{token}")
    inside = (WebApp(voice.say("Open here"), f"{address}/pages/app"),) if address.startswith("https://") else ()
    return lay_out(voice.say(Said.PAGE_LINK).splitlines(), inside, (browser,))
