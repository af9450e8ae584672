"""The pages that managers open in a browser, or inside Telegram."""
