"""A reader a kind of reminder: what its words need, or that it has lost its point."""
