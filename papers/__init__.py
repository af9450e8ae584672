"""Values to bytes and back: spreadsheets and pictures."""
