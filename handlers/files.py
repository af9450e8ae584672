"""Files that nothing is done with: kept, and answered by one clear sentence."""

from handlers.desk import Desk
from handlers.heard import Attachment
from handlers.outcome import Outcome
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
