"""The tool as somebody else has it: a wheel in an environment of its own, far from this checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


class Installed:
    """An environment with the wheel in it. Dependencies are borrowed from the one that runs the tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        run = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
        built = [*run, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
        subprocess.run([*built, "--wheel-dir", str(folder), str(CHECKOUT)], check=True)
        self.wheel = next(folder.glob("*.whl"))
        home = folder / "home"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
        scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
        self.python = scripts / "python"
        self.oer = scripts / "oer"
        here = sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)})
        # A path in a .pth file is searched last, and the .pth files in it (this checkout's) are not read.
        Path(here, "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
        install = [*run, "--python", str(self.python), "install", "--quiet", "--no-deps", "--no-index"]
        subprocess.run([*install, "--force-reinstall", str(self.wheel)], check=True)

    def names(self) -> list[str]:
        """The files in the wheel."""
        with zipfile.ZipFile(self.wheel) as archive:
            return archive.namelist()

    def run(self, *command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment, with nothing that leads back to the checkout."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
        environment |= {"SOURCE_DATE_EPOCH": "1767225600"}
        return subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )

    def build(self, root: Path) -> Path:
        """Check and build a project; its site."""
        checked = self.run(self.oer, "check", cwd=root)
        assert (checked.returncode, checked.stdout) == (0, "No problems.\n"), checked.stdout + checked.stderr
        built = self.run(self.oer, "build", cwd=root)
        assert built.returncode == 0, built.stderr
        return root / "site"
