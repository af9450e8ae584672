"""The Bot API's methods, by subject; the table of them all is in `methods.table`."""
