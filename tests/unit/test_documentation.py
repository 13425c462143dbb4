"""Every option and every error status is documented, and nothing that is not there."""

import re
from pathlib import Path
from typing import get_args

from server.api.schemas import ReportKind
from server.cli.options import markdown_table, option_rows
from server.settings import Settings
from server.web.templating import words
from tests.services import ROOT

OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


def test_the_table_of_settings_is_the_one_the_code_gives() -> None:
    table = OPERATIONS.split("<!-- settings -->")[1].split("<!-- /settings -->")[0].strip()
    assert table == markdown_table(option_rows()), "put the output of `hearsay settings --markdown` there"


def test_every_option_says_what_it_does() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_every_error_status_is_explained() -> None:
    sources = [*Path(ROOT / "server" / "api").glob("*.py"), *Path(ROOT / "server" / "web").glob("*.py")]
    raised = {
        status for file in sources for status in re.findall(r"Problem\(\s*(\d{3})", file.read_text(encoding="utf-8"))
    }
    explained = set(re.findall(r"^\| (\d{3}) \|", OPERATIONS, re.MULTILINE))
    assert raised and raised <= explained
    assert explained - raised <= {"405", "413", "429"}, "these come from Flask and its extensions"


def test_pages_have_the_same_words_in_both_languages() -> None:
    german, english = words("de"), words("en")
    assert german.keys() == english.keys()
    assert german["review"].keys() == english["review"].keys()
    assert german["review"]["kinds"].keys() == english["review"]["kinds"].keys() == set(get_args(ReportKind))
    assert not set(english["review"]) & set(dir(dict)), "templates would find the method instead"
