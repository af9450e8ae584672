"""How plans of visits read: a week, a day, one visit, and the team's at a glance."""
