"""The company: its people, teams, invitations and settings."""
