"""/page: the way to the pages in a browser."""
