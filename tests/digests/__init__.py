"""Tests of the digests of managers."""
