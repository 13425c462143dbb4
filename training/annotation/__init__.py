"""Training the German annotator: treebanks to tagger, morphologizer and parser, conjugation tables to verb lexicon."""
