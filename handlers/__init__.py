"""What the bot answers: plain functions from what was heard to what is said."""
