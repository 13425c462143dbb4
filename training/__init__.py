"""Rebuilding every trained part of `server/nlp/models` from a folder of corpora; not needed to run Hearsay."""
