"""Clock times that no day has, such as 25:00."""

import re

_HOUR, _MINUTES = r"(?:2[5-9]|[3-9]\d)", r"[:：][0-5]\d(?!\d)"
_MISSING = (
    re.compile(rf"\bat (?P<hour>{_HOUR}{_MINUTES}|\d\d?:[6-9]\d(?!\d)|{_HOUR} o'clock)", re.IGNORECASE),
    re.compile(rf"(?<![\d.:])(?P<hour>2[5-9]{_MINUTES})"),
    re.compile(rf"(?:^|(?<=[天日号午上晚]))(?P<hour>{_HOUR}(?:[点時时](?:半|[0-5]?\d分?)?|{_MINUTES}))(?!\d)"),
)


def missing_hour(action: str) -> str:
    """The words of a clock time that there is not, left over in what is to be done; "" where there are none."""
    found = next((found for pattern in _MISSING if (found := pattern.search(action))), None)
    return found["hour"] if found else ""


def without_hour(action: str) -> str:
    """What is to be done, without such a time."""
    for pattern in _MISSING:
        action = pattern.sub("", action, count=1)
    return " ".join(action.split())
