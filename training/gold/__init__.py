"""Hand-annotated articles: labels and offsets only, joined to the saved pages when they are at hand."""
