"""What a manager tells a whole team."""
