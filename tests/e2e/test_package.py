"""What goes to the stores: small, minimal, the same in both."""

import json
import zipfile
from pathlib import Path

import pytest

BROWSERS = ["chrome", "firefox"]
LARGEST = 250 * 1024


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_package_is_small_and_holds_what_the_folder_holds(built: Path, browser: str) -> None:
    archive = built / f"hearsay-{browser}.zip"
    assert archive.stat().st_size <= LARGEST
    folder = built / browser
    with zipfile.ZipFile(archive) as packed:
        assert packed.testzip() is None
        held = {name: packed.read(name) for name in packed.namelist()}
    there = {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert held == there
    assert sum(map(len, there.values())) <= 2 * LARGEST  # unminified, as stores want it for review


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_manifest_states_versions_and_asks_for_little(built: Path, browser: str) -> None:
    manifest = json.loads((built / browser / "manifest.json").read_text())
    assert manifest["host_permissions"] == ["http://127.0.0.1/*"]
    assert manifest["optional_host_permissions"] == ["http://*/*", "https://*/*"]
    own = {"chrome": {"sidePanel"}, "firefox": set()}[browser]
    assert set(manifest["permissions"]) == {"activeTab", "alarms", "scripting", "storage"} | own
    assert "content_scripts" not in manifest
    if browser == "chrome":
        assert manifest["minimum_chrome_version"] == "131"
    else:
        gecko = manifest["browser_specific_settings"]["gecko"]
        assert gecko["strict_min_version"] == "142.0"
        assert gecko["data_collection_permissions"] == {"required": ["websiteContent"]}
