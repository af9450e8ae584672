"""Lists that people send: whatever the file is, it becomes rows, and rows become canonical values."""
