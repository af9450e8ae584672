"""The business: frozen values and rules; knows nobody."""
