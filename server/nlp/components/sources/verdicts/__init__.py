"""What each source rule decides; the languages list these with their ids and examples in `lang/<xx>/sources.py`.

Each takes a mention and answers with type and `named`, or None where the rule does not apply. The guidelines'
section 2 is the law; where it is silent the docstring says what was chosen.
"""
