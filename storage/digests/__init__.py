"""What managers read of a period: one statement for each thing that is counted, within what they may see."""
