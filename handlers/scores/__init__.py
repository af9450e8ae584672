"""A customer's scores, and what managers answer for the rating."""
