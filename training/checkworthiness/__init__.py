"""Check-worthiness learned: word tables from annotated sentences, feature weights from the gold's tuning half."""
