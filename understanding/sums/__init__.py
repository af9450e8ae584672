"""Sums of money: numbers in digits, numerals and words, their currencies, what speaks for and against them."""
