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
TYPO = 0.9
"""This times the share of the letters that are right."""
LIKE, LIKE_SHORT = 0.77, 0.75
"""So much of a word has to be right, and of one of four letters."""

ENOUGH = 32
"""So many names are looked at closely."""
CROWDED = 3000
"""What more names than this share is not looked up."""
NEIGHBOURS = 200
"""A misspelling that may stand for more words than this stands for none."""
SOUND_VOTE = 0.4
"""A pair of characters found by its sound, beside one that is found as written."""
GAP_VOTE = 0.4
"""Two characters of a name that have another between them there."""
