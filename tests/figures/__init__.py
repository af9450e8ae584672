"""Tests of the figures of customers."""
