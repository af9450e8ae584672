"""What is no text: a caption and a contact are worked with, the rest is kept and answered by one clear sentence."""

from dataclasses import replace

from handlers.desk import Desk
from handlers.heard import Attachment, SharedContact
from handlers.outcome import Outcome
from handlers.told.choices import with_choices
from handlers.told.submitting import submit
from sales.drafts import Draft, WhichCustomer
from sales.kinds import Field
from sales.tellings import Fact, Party, Telling
from wording.sentences import Said

MOST_BYTES = 20 * 1024 * 1024
_KEPT = {
    "voice": Said.VOICE_KEPT,
    "audio": Said.VOICE_KEPT,
    "photo": Said.PHOTO_KEPT,
    "video": Said.VIDEO_KEPT,
    "video_note": Said.VIDEO_KEPT,
    "animation": Said.VIDEO_KEPT,
}


def kept(desk: Desk, attachment: Attachment) -> Outcome:
    """Say that it is kept (in the inbox, with its file's id) and what to do meanwhile."""
    if attachment.size > MOST_BYTES:
        return desk.say(Said.FILE_TOO_LARGE)
    return desk.say(_KEPT.get(attachment.form, Said.FILE_KEPT))


def contact(desk: Desk, shared: SharedContact) -> Outcome:
    """A contact card is a person with a number; where they work is all that we ask."""
    number = Fact(shared.name, Field.PHONE, shared.phone, None, Party(""))
    draft = Draft(
        chat=desk.heard.chat.id,
        message=desk.heard.message,
        moment=desk.heard.moment,
        text=f"{shared.name} {shared.phone}",
        telling=Telling(facts=(number,)),
    )
    return submit(desk, replace(draft, questions=with_choices(desk, (WhichCustomer(""),))))
