"""Certainty measured, and its English strengths learned, on the certainty corpora."""
