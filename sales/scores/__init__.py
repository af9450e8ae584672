"""Classes and scores of customers: rules over what they bought, paid and said, each with its reasons as data."""
