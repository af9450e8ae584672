"""Shows how a message came to be read as it was, for whoever looks after the words."""
