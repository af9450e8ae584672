"""What stands in pictures, in the reader's words, and the messages that carry them."""
