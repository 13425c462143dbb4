"""The report on a corpus: what an archive's answers add up to."""
