"""Build, check and preview time against stock Material and mkdocs-bibtex, as a table.

    python -m benchmarks.run [--pages 100 1000] [--repeat N] [--keep DIR] [--profile]

Both builds get the same pages. Nothing is asserted: a figure over its goal says so, and the exit status is 1
only when a build or a check fails.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.figures import Figures, OwnFigures, rows, table
from benchmarks.hotspots import profiled_build
from benchmarks.measure import CommandError, Usage, timed_build, timed_check, timed_own_check
from benchmarks.preview import SAVES, preview_seconds
from benchmarks.sites import Size, write_site
from benchmarks.variants import OURS_VARIANT, STOCK_VARIANT, write_variants

VARIANTS = (STOCK_VARIANT, OURS_VARIANT)
WARM_UP_PAGES = 6


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for and print it."""
    options = _parser().parse_args(arguments)
    try:
        if options.keep:
            print(_report(options, options.keep))
        else:
            with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
                print(_report(options, Path(folder)))
    except CommandError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m benchmarks.run", description="Time the builds and the checks."
    )
    add = parser.add_argument
    add("--pages", type=_at_least_one, nargs="+", default=[100, 1000], help="sizes of the sites")
    add(
        "--repeat",
        type=_at_least_one,
        default=1,
        metavar="N",
        help="runs of each; the table has their medians",
    )
    add("--keep", type=Path, metavar="DIR", help="leave the sites and what was built in DIR")
    add("--profile", action="store_true", help="instead, say where the time of our largest build goes")
    return parser


def _at_least_one(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return int(text)


def _report(options: argparse.Namespace, folder: Path) -> str:
    sizes = sorted(set(options.pages))
    if options.profile:
        return profiled_build(_site(folder, sizes[-1]))
    _warm_up(folder)
    figures = [_figures(_site(folder, pages), pages, options.repeat) for pages in sizes]
    return table(sizes, rows(figures, _own_figures(options.repeat)))


def _site(folder: Path, pages: int) -> Path:
    place = (folder / f"pages-{pages}").resolve()
    write_site(place, Size(pages))
    write_variants(place)
    return place


def _warm_up(folder: Path) -> None:
    """Build a tiny site both ways, so that neither pays for a cold disk and a failure shows in seconds."""
    place = _site(folder, WARM_UP_PAGES)
    for variant in VARIANTS:
        timed_build(place, variant)


def _figures(place: Path, pages: int, repeat: int) -> Figures:
    builds: dict[str, list[Usage]] = {variant.name: [] for variant in VARIANTS}
    for turn in range(repeat):
        # By turns the one and the other goes first: a machine that slows down favors neither.
        for variant in VARIANTS if turn % 2 == 0 else reversed(VARIANTS):
            _progress(f"{pages:,} pages, {variant.name}, run {turn + 1} of {repeat}")
            builds[variant.name].append(timed_build(place, variant))
    checks = [timed_check(place) for _ in range(repeat)]
    memory = median(check.megabytes for check in checks)
    return Figures(pages, _seconds(builds["stock"]), _seconds(builds["ours"]), _seconds(checks), memory)


def _own_figures(repeat: int) -> OwnFigures:
    _progress("this site, check and previews")
    check = _seconds([timed_own_check() for _ in range(repeat)])
    stock, ours = (preview_seconds(variant, max(repeat, SAVES)) for variant in VARIANTS)
    return OwnFigures(check, stock, ours)


def _seconds(usages: Sequence[Usage]) -> float:
    return median(usage.seconds for usage in usages)


def _progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
