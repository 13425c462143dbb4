"""The learned attribution tagger: features, networks and decoding, without torch."""
