"""Works out classes and scores of all customers, apart from any message."""
