"""The command line's doorway: `python hooks/check.py --help` lists what it can do."""

from __future__ import annotations

import sys

from apparatus.cli import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
