"""What one would write first: python-telegram-bot as it comes, answering each message with its own words."""

import logging
import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    logging.getLogger("httpx").setLevel(logging.WARNING)
    address = f"{os.environ['RAPPORT_API_URL']}/bot"
    application = Application.builder().token(os.environ["RAPPORT_TOKEN"]).base_url(address).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
