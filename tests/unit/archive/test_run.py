"""From file to file, with the real batch function in this process: formats, order, bad records, going on."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server.archive.batch import Batch
from server.archive.errors import OtherArchive
from server.archive.reading import read_batches
from server.archive.run import Engine, run
from server.archive.stream import analyze_lines
from server.nlp import Pipeline
from tests.scale.archives import read, record, write


@pytest.fixture(scope="module")
def engine(pipeline: Pipeline) -> Engine:
    """The batch function; every record is read once for all tests."""
    known: dict[bytes, bytes] = {}

    def answers(source: Path, skip: int) -> Iterator[Batch]:
        for lines, position in read_batches(source, skip, 3):
            for line in lines:
                known[line] = known.get(line) or analyze_lines([line], pipeline)[0]
            yield Batch([known[line] for line in lines], position)

    return answers


@pytest.mark.parametrize("given", ["in.jsonl", "in.jsonl.gz", "in.parquet"])
@pytest.mark.parametrize("wanted", ["out.jsonl", "out.jsonl.gz", "out.parquet"])
def test_every_format_in_and_out_gives_the_same_answers(
    tmp_path: Path, engine: Engine, given: str, wanted: str
) -> None:
    records = [record(number) for number in range(9)]
    plain, target = tmp_path / "plain.jsonl", tmp_path / wanted
    run(write(tmp_path / "expected.jsonl", records), plain, engine)
    run(write(tmp_path / given, records), target, engine)
    for answer, expected in zip(read(target), read(plain), strict=True):
        assert str(answer["id"]) == str(expected["id"])
        assert (answer["outlet"], answer["date"]) == (expected["outlet"], expected["date"])
        assert answer["claims"] == expected["claims"]
        assert answer["headline"] == expected["headline"]


CONTRACT = "The record does not fit the contract"
BAD: list[tuple[Any, str]] = [
    (b"{", "The line is not valid JSON"),
    (b"\xff\xfe", "The line is not valid JSON"),
    (b"[1, 2]", CONTRACT),
    ({"text": "No id."}, CONTRACT),
    ({"id": 1.5, "text": "A wrong id."}, CONTRACT),
    ({"id": 1}, CONTRACT),
    ({"id": 1, "text": 7}, CONTRACT),
    ({"id": 1, "text": "a", "blocks": [{"id": "a", "role": "body", "text": "a"}]}, CONTRACT),
    ({"id": 1, "blocks": [{"id": "a", "role": "banner", "text": "a"}]}, CONTRACT),
    ({"id": 1, "text": "Some text.", "date": "last May"}, CONTRACT),
    ({"id": 1, "text": " \n "}, "The article has no text"),
    ({"id": 1, "text": "Il ponte è chiuso.", "language": "it"}, "Unsupported language: it"),
]  # fmt: skip


def test_a_bad_record_becomes_an_error_record_in_its_place(tmp_path: Path, engine: Engine) -> None:
    records = [row for number, (bad, _) in enumerate(BAD) for row in (record(number), bad)]
    source, target, errors = write(tmp_path / "in.jsonl", records), tmp_path / "out.jsonl", tmp_path / "errors.jsonl"
    meter = run(source, target, engine, errors)
    answers = read(target)
    assert (meter.articles, meter.errors) == (len(records), len(BAD))
    assert all("claims" in answer for answer in answers[::2])
    assert [answer["error"]["title"] for answer in answers[1::2]] == [title for _, title in BAD]
    assert read(errors) == answers[1::2]


def test_error_records_name_the_field_and_repeat_no_text(tmp_path: Path, engine: Engine) -> None:
    secret = "zimtstern"
    source = write(tmp_path / "in.jsonl", [{"id": "a", "text": secret, "date": secret}, f'{{"id": "{secret}'.encode()])
    target = tmp_path / "out.jsonl"
    run(source, target, engine)
    first, second = read(target)
    assert [error["at"] for error in first["error"]["errors"]] == ["date"]
    assert (first["id"], second["id"]) == ("a", None)
    assert secret not in target.read_text()


def test_fields_that_the_analysis_does_not_need_are_left_aside(tmp_path: Path, engine: Engine) -> None:
    for name in ("in.jsonl", "in.parquet"):
        source = write(tmp_path / name, [record(1) | {"url": "https://post.example", "words": 31, "tags": ["a"]}])
        run(source, tmp_path / f"{name}.out.jsonl", engine)
        (answer,) = read(tmp_path / f"{name}.out.jsonl")
        assert "error" not in answer
        assert "url" not in answer


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.parquet"])
@pytest.mark.parametrize("content", [[], [b"", b"  "]], ids=["empty", "blank lines"])
def test_nothing_in_nothing_out(tmp_path: Path, engine: Engine, name: str, content: list[bytes]) -> None:
    meter = run(write(tmp_path / "in.jsonl", content), tmp_path / name, engine)
    assert (meter.articles, read(tmp_path / name)) == (0, [])


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_cut_anywhere_the_output_is_completed_to_the_same_bytes(tmp_path: Path, engine: Engine, name: str) -> None:
    """What a kill leaves is a beginning of the file; every 97th length is tried."""
    records = [record(number) for number in range(6)] + [{"id": "bad"}]
    source, target, errors = write(tmp_path / "in.jsonl", records), tmp_path / name, tmp_path / "errors.jsonl"
    run(source, target, engine, errors)
    whole, bad = target.read_bytes(), errors.read_bytes()
    for length in [*range(0, len(whole), 97), len(whole) - 1, len(whole)]:
        target.write_bytes(whole[:length])
        errors.write_bytes(bad[: length % (len(bad) + 1)])
        run(source, target, engine, errors)
        assert read(target) == [json.loads(line) for line in read_whole(whole, name)], length
        assert errors.read_bytes() == bad, length


def read_whole(data: bytes, name: str) -> list[bytes]:
    return (gzip.decompress(data) if name.endswith(".gz") else data).splitlines()


def test_an_archive_that_has_grown_is_continued(tmp_path: Path, engine: Engine) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    run(write(source, [record(number) for number in range(4)]), target, engine)
    meter = run(write(source, [record(number) for number in range(7)]), target, engine)
    assert (meter.before, meter.articles) == (4, 3)
    assert [answer["id"] for answer in read(target)] == list(range(7))


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.parquet"])
def test_the_output_of_another_archive_is_left_alone(tmp_path: Path, engine: Engine, name: str) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / name
    run(write(source, [record(number) for number in range(4)]), target, engine)
    before = target.read_bytes()
    with pytest.raises(OtherArchive):
        run(write(source, [record(number) for number in range(5, 9)]), target, engine)
    assert target.read_bytes() == before


def test_a_finished_parquet_file_is_not_made_again(tmp_path: Path, engine: Engine) -> None:
    source, target = write(tmp_path / "in.jsonl", [record(number) for number in range(4)]), tmp_path / "out.parquet"
    run(source, target, engine)
    before = target.stat()
    meter = run(source, target, engine)
    assert (meter.before, meter.articles) == (4, 0)
    assert target.stat().st_mtime_ns == before.st_mtime_ns
