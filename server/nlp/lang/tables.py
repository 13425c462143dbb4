"""Reading a language's word tables: tab-separated lines, `#` comments, the first other line is the header."""

from pathlib import Path

Row = dict[str, str]


def read_table(path: Path) -> list[Row]:
    """The rows of a table, each by column name; a cell missing at the end of a line is empty.

    Raises `OSError` where the file is missing and `ValueError` where a line has more cells than the header.
    """
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if line and not line.startswith("#")]
    header, *body = [line.split("\t") for line in lines]
    for cells in body:
        if len(cells) > len(header):
            raise ValueError(f"{path}: {len(cells)} cells under {len(header)} columns: {cells}")
    return [dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)) for cells in body]
