"""Metrics: pure functions from a row to a value and the reason for it."""
