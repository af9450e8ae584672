"""How each kind of message is laid out: a pure function from a view and a voice to a card."""
