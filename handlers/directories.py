"""Indexes of the customers that a member may see; kept as long as nothing in them has changed."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial

from sales.people import Member
from storage.cards.directory import Stamp
from storage.cards.directory_drawers import Changes, Sums, changes_since
from storage.store import Store
from understanding.directory import Directory, Known

MOST = 512
"""How many members' indexes are kept; the one that was not used for longest goes first."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """An index, the stamp that it had and the figures by which what changes is found."""

    stamp: Stamp
    sums: Sums
    directory: Directory


class Directories:
    """Builds a member's index once; when its stamp has changed, what differs is read and taken in."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[int, _Kept] = OrderedDict()

    async def of(self, member: Member, stamp: Stamp) -> Directory:
        kept = self._kept.get(member.id)
        while kept is None or kept.stamp != stamp:
            changes = await self._store.read(partial(changes_since, member=member, before=kept.sums if kept else {}))
            # Another message of this member may have renewed it meanwhile: then these changes are not those since.
            if self._kept.get(member.id) is kept:
                self._kept[member.id] = _Kept(stamp, changes.sums, _taken_in(kept, changes))
            kept = self._kept.get(member.id)
        self._kept.move_to_end(member.id)
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return kept.directory


def _taken_in(kept: _Kept | None, changes: Changes) -> Directory:
    """Of an index that is kept only what has changed is touched."""
    known = [Known(one.id, one.name, one.aliases, one.contacts) for one in changes.listed]
    if kept is None:
        return Directory(known)
    kept.directory.renew(known, among=changes.keys)
    return kept.directory
