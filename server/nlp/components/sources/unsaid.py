"""Claims of the tagger that nobody makes: acts and intentions, and verbs that without a source report nothing.

By the guidelines they are the article's own voice; the corpora count some of them. English only: the tables are missing
in other languages, whose taggers learned from another corpus.
"""

from collections.abc import Collection

from ...annotations import Claim, Form
from ...lang.base import LanguageRules


class Unsaid:
    """One language's verbs, as infinitives.

    `verbs` tie a content to its source, the passive of `hearsay` needs none, and `acts` with an infinitive are no
    speech. Without `hearsay` nothing is ever unsaid.
    """

    def __init__(self, verbs: Collection[str] = (), hearsay: Collection[str] = (), acts: Collection[str] = ()) -> None:
        self._verbs, self._hearsay, self._acts = verbs, hearsay, acts

    @classmethod
    def of(cls, rules: LanguageRules) -> "Unsaid":
        """The words of a language."""
        return cls(rules.source_channels(), rules.hearsay_verbs(), rules.act_verbs())

    def is_nobodys(self, claim: Claim) -> bool:
        """No source, and a verb that reports nothing by itself: *seems*, *is expected*, *was dismissed*."""
        if not self._hearsay or claim.source.spans or not claim.cue or claim.form is not Form.INDIRECT:
            return False
        cue = [token for span in claim.cue for token in span]
        said = any(token.tag_ in ("VBN", "VBD", "JJ", "RB") and token.lemma_ in self._hearsay for token in cue)
        told = any(token._.verb in self._verbs or token.lemma_ in self._verbs for token in cue)
        return not said and not (told and all(token.pos_ != "AUX" for token in cue))

    def is_act(self, claim: Claim) -> bool:
        """A verb that says nothing: *has hired a lawyer*, *decided to sell*."""
        return bool(self._hearsay) and claim.form is Form.INDIRECT and (self._has_thing(claim) or self._plans(claim))

    def _plans(self, claim: Claim) -> bool:
        """An act or intention of one's own: *decided to sell*, *wants to stay*."""
        cue = [token for span in claim.cue for token in span if token.pos_ == "VERB"]
        return claim.content[0][0].lower_ == "to" and bool(cue) and cue[-1].lemma_ in self._acts

    def _has_thing(self, claim: Claim) -> bool:
        """A verb that is none of speech with a mere noun phrase for its content: *has hired a lawyer*.

        Of 217 such claims found in `polnear_en` dev .63 are counted there.
        """
        cue = [token for span in claim.cue for token in span]
        content = [token for span in claim.content for token in span]
        says = any(token._.verb in self._verbs or token.lemma_ in self._verbs or token.pos_ == "NOUN" for token in cue)
        clause = any(token._.mood or token.tag_ == "TO" and token.nbor(1).tag_ == "VB" for token in content[:-1])
        return any(token.pos_ == "VERB" for token in cue) and not says and not clause
