"""A small site with one of everything, whose pages change only when the tool does.

It is what `oer new site` writes, with `course/` laid over it. Whatever it says is made up.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

OVERLAY = Path(__file__).parent / "course"
ADDRESS = "https://specimen.example/"


def specimen(folder: Path) -> Path:
    """Start the project in an empty folder and build it; gives the folder of the site."""
    root = folder / "specimen"
    _oer(folder, "new", "site", root.name, "--title", "Specimen", "--license", "CC-BY-SA-4.0")
    shutil.copytree(OVERLAY, root, dirs_exist_ok=True)
    settings = root / "mkdocs.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\nsite_url: {ADDRESS}\n", encoding="utf-8")
    _oer(root, "build")
    return root / "site"


def _oer(folder: Path, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "oer_build", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1795219200"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
