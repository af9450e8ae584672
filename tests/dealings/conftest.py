"""A rep with a customer on record."""

from tests.journal.conftest import anna, by

__all__ = ["anna", "by"]
