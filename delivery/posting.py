"""The calls that put a letter into a chat, change it there, or take it back."""

from dataclasses import dataclass

from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, Message, ReplyParameters

from delivery.composing import Letter
from sales.cards import File, Making

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a letter goes: a chat, the message it answers there, or the message that it replaces."""

    chat: int
    reply_to: int | None = None
    replaces: int | None = None


async def post(bot: Bot, address: Address, letter: Letter) -> int:
    """Send or replace; returns the message's number."""
    if address.replaces is not None:
        await _replace(bot, address.chat, address.replaces, letter)
        return address.replaces
    message = await (_send_file(bot, address, letter, letter.file) if letter.file else _send_text(bot, address, letter))
    return message.message_id


async def take_back(bot: Bot, chat: int, message: int) -> None:
    await bot.delete_message(chat, message)


async def _send_text(bot: Bot, address: Address, letter: Letter) -> Message:
    return await bot.send_message(
        address.chat,
        letter.text,
        entities=letter.marks,
        reply_markup=letter.keyboard,
        reply_parameters=_answering(address),
        link_preview_options=_NO_PREVIEW,
    )


async def _send_file(bot: Bot, address: Address, letter: Letter, file: File) -> Message:
    if isinstance(file.content, Making):
        raise TypeError(f"{file.name} is posted before it is made")
    upload = InputFile(file.content, filename=file.name)
    if file.picture:
        return await bot.send_photo(
            address.chat,
            upload,
            caption=letter.text,
            caption_entities=letter.marks,
            reply_markup=letter.keyboard,
            reply_parameters=_answering(address),
        )
    return await bot.send_document(
        address.chat,
        upload,
        caption=letter.text,
        caption_entities=letter.marks,
        reply_markup=letter.keyboard,
        reply_parameters=_answering(address),
    )


async def _replace(bot: Bot, chat: int, message: int, letter: Letter) -> None:
    """A file stays as it is, only its words change; a reply keyboard cannot be edited."""
    keyboard = letter.keyboard if isinstance(letter.keyboard, InlineKeyboardMarkup) else None
    if letter.file:
        await bot.edit_message_caption(
            chat, message, caption=letter.text, caption_entities=letter.marks, reply_markup=keyboard
        )
        return
    await bot.edit_message_text(
        letter.text, chat, message, entities=letter.marks, reply_markup=keyboard, link_preview_options=_NO_PREVIEW
    )


def _answering(address: Address) -> ReplyParameters | None:
    return ReplyParameters(address.reply_to, allow_sending_without_reply=True) if address.reply_to else None
