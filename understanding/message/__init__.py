"""What a message is made of: its clauses, the scenes they make, and the sums, people and facts in them."""
