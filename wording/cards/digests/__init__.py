"""How the digests of managers read, what is behind their buttons, and when they come."""
