"""The cards that a manager looks over each week."""
