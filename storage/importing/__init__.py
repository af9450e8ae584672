"""Lists of customers, orders and debts on their way onto the record, and what is exported."""
