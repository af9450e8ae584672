"""Time zones as people name them: a city in English or Chinese, an IANA name, or an offset such as UTC+8."""

import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global
from babel.dates import get_timezone_location

_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::00)?")
_FURTHEST = {"+": 14, "-": 12}
# Large cities that the list of zones knows under another city's name.
_ALSO = {
    "Asia/Shanghai": "beijing peking guangzhou shenzhen chengdu wuhan 北京 广州 深圳 成都 武汉 天津 重庆 杭州 南京",
    "Asia/Kolkata": "mumbai delhi bangalore chennai 孟买 新德里",
    "Asia/Dubai": "abu_dhabi",
    "Asia/Ho_Chi_Minh": "hanoi 河内",
    "Europe/Berlin": "munich hamburg frankfurt cologne",
    "Europe/Zurich": "geneva",
    "Europe/Madrid": "barcelona",
    "Europe/Rome": "milan",
    "America/New_York": "boston washington miami atlanta",
    "America/Los_Angeles": "san_francisco seattle san_diego 旧金山",
    "America/Chicago": "houston dallas",
    "America/Sao_Paulo": "rio_de_janeiro brasilia",
    "Australia/Sydney": "canberra",
    "UTC": "utc gmt",
}


def zone_named(words: str) -> ZoneInfo | None:
    """The zone that somebody means; None if there is no such place or offset."""
    plain = _plain(words)
    if offset := _OFFSET.fullmatch(plain.replace("−", "-")):
        return _by_offset(offset[1], int(offset[2]))
    key = _places().get(plain)
    return ZoneInfo(key) if key else None


def _by_offset(sign: str, hours: int) -> ZoneInfo | None:
    """IANA counts westwards: UTC+8 is Etc/GMT-8."""
    if hours > _FURTHEST[sign]:
        return None
    return ZoneInfo(f"Etc/GMT{'-' if sign == '+' else '+'}{hours}" if hours else "UTC")


@cache
def _places() -> dict[str, str]:
    """Every name of every place."""
    places: dict[str, str] = {}
    for key in sorted(available_timezones()):
        for city in _cities(key):
            places.setdefault(_plain(city), key)
    for key, cities in _ALSO.items():
        places |= {_plain(city): key for city in cities.split()}
    for key in sorted(available_timezones()):
        places.setdefault(_plain(key), key)
        places.setdefault(_plain(key.rpartition("/")[2]), key)
    return places


def _cities(key: str) -> tuple[str, ...]:
    """What the place is called in English and Chinese; some of IANA's zones are no places, others former names."""
    if "/" not in key or key.startswith("Etc/") or key in get_global("zone_aliases"):
        return ()
    return tuple(str(get_timezone_location(key, locale=language, return_city=True)) for language in ("en", "zh"))


def _plain(words: str) -> str:
    return re.sub(r"[\s_]+", " ", words.casefold().replace("市", "")).strip()
