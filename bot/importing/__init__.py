"""Reads a list in: from the file to the record; the same for the chat and for the command line."""
