"""The command-line doorway: `python hooks/check.py [check|fix] [--root DIR] [--format FORMAT] [--today DATE]`."""

import sys

from apparatus.cli import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
