"""Measures the headline-certainty mismatch score: ``python -m training.headline --help``."""
