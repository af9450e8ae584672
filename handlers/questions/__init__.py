"""Questions about the book, in words."""
