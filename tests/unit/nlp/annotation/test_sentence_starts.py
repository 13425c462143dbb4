"""Where sentences begin. In each example `|` stands at every start but the first."""

import pytest

GERMAN = [
    pytest.param("Der Rat tagt.| Die Stadt wartet.", id="plain"),
    pytest.param("Am 3. Oktober kam Frau Dr. Kaltwasser nach Orlen.| Sie blieb.", id="date and title"),
    pytest.param("Der 19. Verhandlungstag dauerte lang.| Es war der letzte.", id="ordinal before a noun"),
    pytest.param("Die Brücke von 1907.| Der Bau kostete viel.", id="year at the end"),
    pytest.param("Gezählt wurden 30.| Danach brach der Zähler ab.", id="number at the end"),
    pytest.param("Im „12. Bezirk“ ist es still.| So bleibt es.", id="ordinal after a quotation mark"),
    pytest.param("Er zahlte ca. 3,5 Mio. Euro usw. an die Holm GmbH & Co. KG.| Niemand fragte.", id="abbreviations"),
    pytest.param("Sie kauften Brot, Käse usw.| Dann fuhren sie heim.", id="abbreviation that ends a sentence"),
    pytest.param("Das gilt z. B. für Orlen, d. h. für alle.| Auch u. a. für Neustedt.", id="split abbreviations"),
    pytest.param("J. R. Adler sprach mit Papst Kasimir IV. am Abend.| Danach schwieg er.", id="initials and numerals"),
    pytest.param("„Wir gehen.“| Dann gingen sie.", id="quotation closed before the next sentence"),
    pytest.param("„Wir gehen. |Jetzt!“, rief er.", id="quotation of two sentences with its frame"),
    pytest.param("»Ist das wahr?«, fragte sie.| »Ja.«", id="guillemets"),
    pytest.param('Sie sagte: "Das stimmt."| "Nein", sagte er.', id="straight quotes close and open"),
    pytest.param("„Wer war das?“ wollte der Richter wissen.", id="question goes on in lower case"),
    pytest.param("„Genug!“ – so endete der Brief.", id="exclamation before a dash"),
    pytest.param("Der Streit ist beendet. |– Die Stadt atmet auf.", id="dash opens a sentence"),
    pytest.param("Er zögerte … und ging.| Wohin? |Nach Osten …| Wer weiß.", id="ellipsis"),
    pytest.param("Das Schreiben „[…] Der Rest fehlt“ ist echt.", id="omission in brackets"),
    pytest.param("Das stand auf Zirpl.|Ein Leerzeichen fehlt.", id="missing space"),
    pytest.param("Beschlossen wurde es 2019.|Die Kritik blieb.", id="missing space after a year"),
    pytest.param("Das Bündnis Linke.ORL trat an.| Es verlor.", id="full stop inside a name"),
    pytest.param("(Der Sender hatte gewarnt.)| Niemand hörte zu.", id="brackets"),
    pytest.param("Wirklich?!| Ja!!!| Gut so.", id="repeated marks"),
    pytest.param("Rat stoppt Brücke\n\n|Der Rat von Orlen hat entschieden.", id="headline without full stop"),
    pytest.param("Mit Dr.\n\n|Kaltwasser sprach niemand", id="abbreviation at a block's end"),
    pytest.param("Er sagte: „Ich\n\n|gehe nicht.“", id="quotation over a block's end"),
    pytest.param("Der Rat\nvon Orlen\ntagt.| Gut.", id="single line breaks are spaces"),
    pytest.param("🙂 Es regnet.| 🙂 Es schneit.", id="emoji"),
]

ENGLISH = [
    pytest.param("Mr. Holm met Sen. Kerr of the U.S. Senate.| He left.| It was 5 p.m.| The talk ended.", id="titles"),
    pytest.param("“We lost.”| Then they left.", id="quotation closed"),
    pytest.param("“We lost. |We left,” she said.", id="two quoted sentences"),
    pytest.param('He asked, "Is it over?"| "No," she said.', id="straight quotes"),
    pytest.param("Shares of Kerr & Holm Inc. rose 3.5 percent.| The market closed.", id="company and number"),
    pytest.param("J. R. Kerr spoke in Washington, D.C., on Monday.| Nobody came.", id="initials and capital"),
    pytest.param("Council halts bridge\n\n|The council voted on Monday", id="headline without full stop"),
    pytest.param("“Is it over?” Ada Kerr asked.| “No.”", id="question with its frame"),
    pytest.param("“We lost.”| Kerr said nothing more.", id="quotation that is whole"),
    pytest.param("“Is it over?”| The mayor left.| Kerr asked again.", id="question without frame"),
    pytest.param("It was No. 7 on the list.| It sank.", id="number sign"),
]


@pytest.mark.parametrize("marked", GERMAN)
def test_german(sentences, marked):
    assert sentences("de", marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("marked", ENGLISH)
def test_english(sentences, marked):
    assert sentences("en", marked.replace("|", "")) == [part.strip() for part in marked.split("|")]
