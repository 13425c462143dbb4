"""The counts as a table for further work: one row per outlet and month."""

import csv
from pathlib import Path

from server.corpus.tally import BANDS, Tally
from server.nlp.annotations import SourceType


def write_csv(tally: Tally, path: Path) -> None:
    """Write every cell: articles, claims per source type, share on unnamed sources, articles per band."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["outlet", "month", "articles", *SourceType, "unnamed_share", *BANDS])
        for (outlet, month), cell in sorted(tally.cells.items(), key=lambda item: (item[0][0] or "", item[0][1] or "")):
            share = f"{cell.unnamed.value:.4f}" if cell.attributed else ""
            types, bands = [cell.types[kind] for kind in SourceType], [cell.bands[band] for band in BANDS]
            rows.writerow([_text(outlet), month or "", cell.articles, *types, share, *bands])


def _text(outlet: str | None) -> str:
    """A name that a spreadsheet would take for a formula is led by an apostrophe (OWASP, CSV injection)."""
    name = outlet or ""
    return "'" + name if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name
