"""A planner a kind of reminder: what comes up, found in one look at all customers or at some."""
