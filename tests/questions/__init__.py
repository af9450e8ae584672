"""Questions about the book: how they are read, and what is answered."""
