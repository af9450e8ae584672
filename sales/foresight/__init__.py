"""Who is slipping away: how likely a customer orders nothing in the next days, learned from the company's own past."""
