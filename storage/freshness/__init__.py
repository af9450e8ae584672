"""How complete and fresh the cards are, and what was asked for on them."""
