"""Fields of the card told in plain words: what is to be kept of a customer or of a person there."""
