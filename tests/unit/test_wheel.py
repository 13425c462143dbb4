"""What is built from this source and installed elsewhere is whole: code, word tables, models, pages, migrations."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.services import ROOT

NOT_SHIPPED = ("__pycache__", "painter")
ASK = """
import server, sys
from server.app import create_app
assert server.__file__.startswith(sys.prefix), server.__file__
client = create_app().test_client()
for path in ("/", "/static/playground.css", "/health/live", "/openapi.json"):
    assert client.get(path, headers={"Host": "localhost"}).status_code == 200, path
"""


def shipped() -> set[str]:
    """Every file of the server in this source, by its path."""
    files = (file.relative_to(ROOT) for file in (ROOT / "server").rglob("*") if file.is_file())
    return {file.as_posix() for file in files if not set(NOT_SHIPPED) & set(file.parts)}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built in a copy so that the source stays clean."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT / "server", source / "server", ignore=shutil.ignore_patterns(*NOT_SHIPPED))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    options = ["--quiet", "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", str(target)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(source)], check=True)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment with the wheel; other packages are this environment's."""
    place = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    (packages,) = place.glob("lib/python*/site-packages")
    (packages / "others.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip = [sys.executable, "-m", "pip", "--python", str(place / "bin" / "python"), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    return place / "bin"


def run(program: Path, *arguments: str, folder: Path, text: str = "") -> str:
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("HEARSAY_", "PYTHON"))}
    environment = outside | {"HEARSAY_DATABASE_URL": f"sqlite:///{folder / 'reports.sqlite3'}"}
    return subprocess.run(
        [program, *arguments], cwd=folder, env=environment, input=text, check=True, capture_output=True, text=True
    ).stdout


def test_nothing_is_left_out_of_the_wheel_and_nothing_else_is_in_it(wheel: Path) -> None:
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == shipped()


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("de", "Tor am Hafen klemmt\nDie Lotsin Ute Harms sagte, das Tor klemme seit Mai.", "Die Lotsin Ute Harms"),
        ("en", "Gate stuck\n“The gate has been stuck since May,” said Ute Harms, a pilot.", "Ute Harms, a pilot"),
    ],
)
def test_it_analyses(installed: Path, tmp_path: Path, language: str, text: str, source: str) -> None:
    answer = json.loads(run(installed / "hearsay", "analyze", "-", "--format", "json", folder=tmp_path, text=text))
    assert answer["language"]["code"] == language
    assert source in [claim["source"]["text"] for claim in answer["claims"]]


def test_it_serves_its_pages_and_brings_a_database_up_to_date(installed: Path, tmp_path: Path) -> None:
    run(installed / "hearsay", "db", "upgrade", folder=tmp_path)
    run(installed / "python", "-c", ASK, folder=tmp_path)
