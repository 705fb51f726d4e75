"""The command line's doorway: `python hooks/check.py --help` lists what it can do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parents[1] / ".venv"
"""Where `make site` installs what this needs."""

try:
    from apparatus.cli import run
except ModuleNotFoundError as missing:
    pythons = (ENVIRONMENT / "bin" / "python", ENVIRONMENT / "Scripts" / "python.exe")
    python = next((file for file in pythons if file.exists()), None)
    if python is None or Path(sys.prefix).resolve() == ENVIRONMENT:
        sys.stderr.write(f"check.py: the package `{missing.name}` is missing: run `make site` once\n")
        sys.exit(2)
    # Somebody typed `python hooks/check.py`, and that is another Python than the one that has it all.
    sys.exit(subprocess.run([python, *sys.argv], check=False).returncode)

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
