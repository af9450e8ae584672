"""/digest: what happened in a team, what needs a decision, and when such digests come."""
