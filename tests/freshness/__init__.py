"""How complete and fresh the cards are, and what the bot asks for."""
