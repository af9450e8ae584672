"""Which customer of the directory is meant by the words of a message."""
