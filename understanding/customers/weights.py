"""Every number by which names are weighed, in one place, so that they can be compared and tuned together."""

DISTINCT = 1.0
"""A word, or a character, that few customers share."""
PLACE = 0.45
"""A character of a Chinese city: it tells branches apart, but hardly names anybody."""
GENERIC = 0.35
"""A trade, a colour, a numeral."""
NOTHING = 0.0
"""A legal form, "and", "the"."""

EXACT = 1.0
SHORT_FORM = 0.95
"""Eng for engineering, a plural, a character by its pinyin."""
BEGINNING = 0.85
"""Pharma for pharmaceuticals."""
HOMOPHONE = 0.8
"""Another character of the same sound."""
SPELT_OUT = 0.6
"""Pinyin explains so much of what the same characters explain."""
TRANSLATED = 0.9
"""枫叶 for maple leaf."""
TYPO = 0.9
"""This times the share of the letters that are right."""
LIKE, LIKE_SHORT = 0.77, 0.75
"""So much of a word has to be right, and of one of four letters."""

ENOUGH = 20
"""So many names are looked at closely."""
CROWDED = 3000
"""What more names than this share is not looked up."""
LOOKED_UP = 6000
"""So many places of names are counted for one message, the rarest words first."""
NEIGHBOURS = 200
"""A misspelling that may stand for more words than this stands for none."""
WORD_VOTE = 2.0
"""A word, beside a pair of characters."""
SOUND_VOTE = 0.4
"""A pair of characters found by its sound, beside one that is found as written."""
GAP_VOTE = 0.4
"""Two characters of a name that have another between them there."""

TRUSTED, ASK, NEVER = 1.0, 0.5, 0.0
"""How far words may be taken for a name; what is only half trusted is asked about."""
INITIALS = 0.9
"""All words of a name by their first letters."""
MOST_OF_INITIALS = 3
"""First letters that more customers share name none of them."""
ABBREVIATED = 0.25
"""So much of a Chinese name has to be there in 绍兴三院 for 绍兴第三人民医院."""
WHOLE = 0.98
"""So much of a name is all of it."""
SHARE_MERIT, EXACT_MERIT, WHOLE_MERIT = 0.2, 0.1, 0.3
"""What it adds that much of a name was said, without a mistake, all of it."""
LEGAL_MERIT = 0.4
"""What it adds that even the legal form was said: between Kinford Foods and Kinford Foods Ltd it alone decides."""
RIVAL = 0.7
"""A customer that explains so much of what the best one explains is its rival."""
CLEAR = 0.12
"""By so much the best must beat the next to be taken without asking."""
SURE_ALONE, SURE_CLEARLY, SURE_LEAST = 0.95, 0.9, 0.3
"""How sure is a name without a rival; one that beats it clearly; one that does not beat it at all."""

NEAR = 0.55
"""From here on two names are near enough to ask whether they are one company's."""
SLIP, LEFT_OUT, BRIEF = 0.2, 0.5, 0.1
"""What a slip takes from the likeness of two names, what a trade left out (by its share), what a translation."""
