"""What the last night's scores have in common: when they were made, of how many, and what all of them bought."""

from dataclasses import asdict, dataclass
from datetime import date

import numpy as np
from sqlmodel import Session

from storage.company.settings import set_setting, setting
from storage.foresight.writing import Night

_NAME = "foresight.summary"


@dataclass(frozen=True, slots=True)
class Summary:
    """`on` is an ISO day; `buyers` bought in the last twelve months, `total_minor` together."""

    on: str
    customers: int
    buyers: int
    total_minor: int
    currency: str

    @property
    def day(self) -> date:
        return date.fromisoformat(self.on)


def keep_summary(session: Session, *, night: Night) -> None:
    classes = night.scores.classes
    found = Summary(
        night.today.isoformat(),
        len(night.rows.ids),
        int(np.count_nonzero(classes.rank)),
        round(classes.total),
        night.rows.currency,
    )
    set_setting(session, _NAME, asdict(found))


def summary(session: Session) -> Summary | None:
    """None: nothing was scored yet."""
    match setting(session, _NAME):
        case {
            "on": str(on),
            "customers": int(all_),
            "buyers": int(buyers),
            "total_minor": int(sum_),
            "currency": str(of),
        }:
            return Summary(on, all_, buyers, sum_, of)
        case _:
            return None
