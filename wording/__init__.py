"""Everything the bot says, and how a card is laid out."""
