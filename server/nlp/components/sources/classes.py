"""The classes a lexicon entry may have (second column of `source_*.tsv`, or the file's name), and their groups."""

SPEAKER = frozenset(("speaker",))
"""Who speaks for somebody else: the type is that of the institution spoken for."""
LEADER = frozenset(("leader", "member"))
"""Who leads or belongs to something: the type is that of the institution led."""
STATE = frozenset(("office", "politician", "servant"))
"""Offices of state; politicians; state servants, who do not speak for the state unless they are named."""
ROLES = SPEAKER | LEADER | STATE | {
    "adviser", "journalist", "expert", "profession", "trade", "people", "witness", "vague", "user", "accused", "group",
    "quantity", "nationality", "union", "parent", "sides",
}  # fmt: skip
"""Words for people; a `trade` is an ordinary occupation, which a private person may have; a `nationality` or
`quantity` (*some*, *Viele*) counts only where no other word says who."""
PEOPLE = ROLES - {"quantity", "nationality"}
"""Words for people that say who."""
TEXTS = frozenset(("document", "report", "letter", "statement", "post", "rumour", "footage"))
"""Words for what people say or write. A `statement` is looked through: *Angaben der Polizei* are the police."""
OFFICIAL_BODIES = frozenset(("institution", "authority", "party", "place"))
"""The state and its organs; an `authority` is one without a name (*Behörden*)."""
BODIES: frozenset[str] = OFFICIAL_BODIES | {
    "organisation", "company", "research", "academic", "outlet", "quoted_outlet", "press", "platform",
}  # fmt: skip
"""Words and names for institutions; a `company` is an organisation without a name, `press` an outlet without one."""
NAMED_BODIES = frozenset(("institution", "party", "organisation", "research", "outlet", "platform"))
"""Bodies that a reader can name from the word alone."""
FIRST_NAMES = frozenset(("female_name", "male_name"))
TITLES = frozenset(("female_title", "male_title"))
"""Forms of address that show a gender; each is a `title` as well."""
NAMING = FIRST_NAMES | {"title", "particle"}
"""Parts of a person's name."""
DETERMINERS = frozenset(("definite", "indefinite"))
FUNCTION = DETERMINERS | {
    "preposition", "genitive", "conjunction", "relative", "pronoun", "former", "unnamed", "senior", "number",
    "expletive", "anonymity", "affiliation", "share", "copula", "heading", "state_adjective", "first_person", "viral",
    "male_pronoun", "female_pronoun", "neuter_pronoun", "plural_pronoun", "neuter_article",
    "oblique", "reflexive", "recipient", "agent", "accordingly", "towards", "age", "tail",
    "affected", "male_title", "female_title", "personal_relative", "housing", "origin", "employed", "charged",
    "sport", "trainer", "companion", "side", "woman", "postable",
}  # fmt: skip
"""Small words that shape a phrase."""
