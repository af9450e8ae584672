"""Counts what sales/measures.py lists, within what a member may see."""
