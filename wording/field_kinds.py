"""The words for the kinds of values that an own field of a company may take, and what people call them."""

from sales.fields import FieldKind
from wording.catalogue import LANGUAGES, catalogue, sentence
from wording.voice import Voice

KIND_WORDS = {
    FieldKind.TEXT: sentence("text"),
    FieldKind.NUMBER: sentence("number"),
    FieldKind.MONEY: sentence("money"),
    FieldKind.DAY: sentence("date"),
    FieldKind.DAYS: sentence("days"),
    FieldKind.YES_NO: sentence("yes or no"),
    FieldKind.CHOICE: sentence("choice"),
}
_ALSO = {
    "words": FieldKind.TEXT,
    "文本": FieldKind.TEXT,
    "数": FieldKind.NUMBER,
    "sum": FieldKind.MONEY,
    "amount": FieldKind.MONEY,
    "钱": FieldKind.MONEY,
    "day": FieldKind.DAY,
    "yes/no": FieldKind.YES_NO,
    "是/否": FieldKind.YES_NO,
}


def kind_named(words: str) -> FieldKind | None:
    """The kind that somebody names, in whichever language; a choice is told by its values."""
    said = words.strip().casefold()
    for kind, word in KIND_WORDS.items():
        if kind is not FieldKind.CHOICE and said in {catalogue(language).gettext(word) for language in LANGUAGES}:
            return kind
    return _ALSO.get(said)


def kind_label(kind: FieldKind, voice: Voice) -> str:
    return voice.say(KIND_WORDS.get(kind, KIND_WORDS[FieldKind.TEXT]))
