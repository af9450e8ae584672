"""A link as a picture that a phone's camera reads."""

from io import BytesIO

import segno


def qr_picture(link: str) -> bytes:
    """Draw a PNG; error level M survives a scratched print-out."""
    picture = BytesIO()
    segno.make_qr(link, error="m").save(picture, kind="png", scale=8, border=4)
    return picture.getvalue()
