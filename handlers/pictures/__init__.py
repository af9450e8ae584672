"""Pictures of a customer and of all customers: who may ask for them, and how they are put together."""
