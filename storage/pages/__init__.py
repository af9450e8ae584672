"""Who may open pages in a browser: links that work once, and the sessions that they begin."""
