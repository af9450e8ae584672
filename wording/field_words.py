"""The words for the fields of a card and for the values that are chosen from a list."""

from sales.fields import OWN, Field, FieldKind
from wording.catalogue import LANGUAGES, catalogue, sentence
from wording.voice import Voice

LABELS = {
    "grade": sentence("Class"),
    "relation": sentence("Relation"),
    "form": sentence("Legal form"),
    "stage": sentence("Stage"),
    "industry": sentence("Industry"),
    "region": sentence("Region"),
    "size": sentence("Size"),
    "head_count": sentence("Head-count"),
    "budget": sentence("Budget"),
    "purchase_frequency": sentence("Orders every"),
    "credit_grade": sentence("Credit grade"),
    "credit_limit": sentence("Credit limit"),
    "payment_terms": sentence("Payment terms"),
    "loyalty": sentence("Loyalty"),
    "preferences": sentence("Preferences"),
    "address": sentence("Address"),
    "place": sentence("Place"),
    "tags": sentence("Tags"),
    "notes": sentence("Notes"),
    "referred_by": sentence("Referred by"),
    "competitors": sentence("Competitors"),
    "partner_since": sentence("Customer since"),
    "founded": sentence("Founded on"),
    "no_contact": sentence("No mailings"),
    "title": sentence("Title"),
    "phone": sentence("Phone"),
    "email": sentence("E-mail"),
    "birthday": sentence("Birthday"),
    "anniversary": sentence("Anniversary"),
    "likes": sentence("Likes"),
    "role": sentence("Role in the purchase"),
    "greetings": sentence("Greetings"),
    "name": sentence("Customer name"),
    "contact_name": sentence("Contact's name"),
}
_CHOICES = {
    "direct": sentence("direct customer"),
    "indirect": sentence("indirect customer"),
    "channel": sentence("channel partner"),
    "supplier": sentence("supplier"),
    "internal": sentence("our own company"),
    "other": sentence("other relation"),
    "company": sentence("company"),
    "person": sentence("private person"),
    "government": sentence("public authority"),
    "non_profit": sentence("non-profit"),
    "prospect": sentence("prospect"),
    "new": sentence("new customer"),
    "active": sentence("active"),
    "growing": sentence("growing"),
    "slipping": sentence("slipping"),
    "lost": sentence("lost"),
    "won_back": sentence("won back"),
    "loyal": sentence("loyal"),
    "switching": sentence("looks around"),
    "none": sentence("no attachment"),
    "decides": sentence("decides"),
    "influences": sentence("advises"),
    "buys": sentence("buys"),
    "uses": sentence("uses it"),
    "pays": sentence("pays"),
    "blocks": sentence("is against it"),
    "yes": sentence("yes"),
    "no": sentence("no"),
}


def field_label(name: str, voice: Voice) -> str:
    """The name of a field; a field that an admin added is called as they wrote it."""
    known = LABELS.get(name)
    return voice.say(known) if known else name.removeprefix(OWN)


def label_of(field: Field, voice: Voice) -> str:
    """The name of a field, in the words of the admin who added it where it is one of theirs."""
    return field.label or field_label(field.name, voice)


def choice_named(field: Field, words: str) -> str | None:
    """The value that somebody means who writes its word, in whichever language."""
    said = words.strip().casefold()
    for value in ("yes", "no") if field.kind is FieldKind.YES_NO else field.choices:
        chosen = _CHOICES.get(value, value)
        if said in {value.casefold(), *(catalogue(language).gettext(chosen).casefold() for language in LANGUAGES)}:
            return value
    return None


def choice_label(field: Field, value: str, voice: Voice) -> str:
    """A value of a list in words; classes are called A, B and C in every language."""
    chosen = _CHOICES.get(value) if field.kind in (FieldKind.CHOICE, FieldKind.YES_NO) else None
    return voice.say(chosen) if chosen else value
