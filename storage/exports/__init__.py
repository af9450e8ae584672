"""What a member may take along as a file: their customers, and addresses by segment."""
