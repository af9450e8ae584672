"""Counts those who try to get in in vain, by the minute: few of each address, and few altogether."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import ip_address

OF_ONE = 30
OF_ALL = 300
_MOST_KNOWN = 50_000


@dataclass(slots=True)
class Entrance:
    """In this process. Who tries in vain must keep nobody out who came in from elsewhere before.

    An address of one's own network may be that of a proxy, behind which everybody is: it is nobody's.
    """

    now: Callable[[], datetime]
    _minute: int = 0
    _vain: Counter[str] = field(default_factory=Counter)
    _known: set[str] = field(default_factory=set)

    def lets_in(self, host: str) -> bool:
        self._turn()
        if not _is_somebodys(host):
            return self._vain.total() < OF_ALL
        return self._vain[host] < OF_ONE and (host in self._known or self._vain.total() < OF_ALL)

    def came_in_vain(self, host: str) -> None:
        self._turn()
        self._vain[host if _is_somebodys(host) else ""] += 1

    def came_in(self, host: str) -> None:
        if _is_somebodys(host) and len(self._known) < _MOST_KNOWN:
            self._known.add(host)

    def _turn(self) -> None:
        minute = int(self.now().timestamp() // 60)
        if minute != self._minute:
            self._minute = minute
            self._vain.clear()


def _is_somebodys(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:
        return False
