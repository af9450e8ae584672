"""Indexes of the customers that a member may see; kept as long as nothing in them has changed."""

from collections import OrderedDict
from functools import partial

from sales.people import Member
from storage.cards.directory import Stamp, directory
from storage.store import Store
from understanding.directory import Directory, Known

MOST = 512
"""How many members' indexes are kept; the one that was not used for longest goes first."""


class Directories:
    """Builds a member's index once, and renews it when its stamp has changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[int, tuple[Stamp, Directory]] = OrderedDict()

    async def of(self, member: Member, stamp: Stamp) -> Directory:
        kept = self._kept.get(member.id)
        if kept is not None and kept[0] == stamp:
            self._kept.move_to_end(member.id)
            return kept[1]
        listed = await self._store.read(partial(directory, member=member))
        known = [Known(one.id, one.name, one.aliases, one.contacts) for one in listed]
        renewed = self._renewed(member, known)
        self._kept[member.id] = stamp, renewed
        self._kept.move_to_end(member.id)
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return renewed

    def _renewed(self, member: Member, known: list[Known]) -> Directory:
        """Of an index that is kept only what has changed is touched."""
        kept = self._kept.get(member.id)
        if kept is None:
            return Directory(known)
        kept[1].renew(known)
        return kept[1]
