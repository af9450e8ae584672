"""Asks a language model how it reads a message; where it reads otherwise than the rules, the rep is asked."""
