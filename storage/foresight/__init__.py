"""What is worked out about all customers at once: their order books are read, and scores and stages written."""
