"""Hands a file that a job made to who asked for it: kept, sent once, and noted on the trail."""

from dataclasses import dataclass
from datetime import datetime

from sales.hands import Hand
from storage.company.audit import Subject, note
from storage.importing import papers_kept
from storage.queues import outbox
from storage.queues.jobs import Job
from storage.store import Session


@dataclass(frozen=True, slots=True)
class Paper:
    """`text` stands above it, `words` on the trail."""

    name: str
    content: bytes
    text: str
    words: str


def hand_out(session: Session, job: Job, paper: Paper, now: datetime) -> None:
    member = int(job.facts["member"])
    papers_kept.keep(session, key=job.key, name=paper.name, content=paper.content, now=now)
    sending = outbox.Sending(
        key=job.key,
        chat=int(job.facts["chat"]),
        kind="paper",
        due_at=now,
        facts={"paper": job.key, "text": paper.text},
        member=member,
    )
    if outbox.put(session, sending):
        note(session, "export.made", Subject("export"), Hand(member, now), words=paper.words)
