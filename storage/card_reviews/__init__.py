"""The cards that managers look over each week."""
