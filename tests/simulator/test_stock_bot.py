"""An ordinary python-telegram-bot application runs against the simulator as it would against Telegram."""

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes

from simulator import Person, Simulator

Context = ContextTypes.DEFAULT_TYPE


async def greet(update: Update, _: Context) -> None:
    assert update.effective_message
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Undo", callback_data="u")]])
    await update.effective_message.reply_html("<b>Welcome</b>", reply_markup=buttons)


async def undo(update: Update, _: Context) -> None:
    assert update.callback_query
    await update.callback_query.answer("Done")
    await update.callback_query.edit_message_text("Taken back")


async def test_a_stock_bot(sim: Simulator, anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    builder = Application.builder().token(sim.token).base_url(f"{sim.api_url}/bot").job_queue(None)
    application = builder.base_file_url(f"{sim.api_url}/file/bot").build()
    application.add_handler(CommandHandler("start", greet))
    application.add_handler(CallbackQueryHandler(undo))
    async with application:
        assert application.updater
        await application.start()
        await application.updater.start_polling(timeout=5)
        anna.say("/start")
        await sim.until(lambda: anna.received)
        tap = anna.press("Undo")
        await sim.until(lambda: anna.latest.edited)
        await application.updater.stop()
        await application.stop()
    assert (anna.latest.text, getattr(tap, "text", "")) == ("Taken back", "Done")
