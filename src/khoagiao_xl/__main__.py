"""The command `khoagiao`, also as `python -m khoagiao_xl`."""

import gc
import sys

from khoagiao_xl import __version__

# Python's collector looks for circles after every 700 new things, and through all there is at the end: a
# seventh of the time of an intake of nothing, which makes few of them. So many things are some megabytes.
_NEW_THINGS = 50_000


def main() -> int:
    """Run the command line; the version is said before anything is imported for it."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"khoagiao {__version__}\n")
        return 0
    gc.set_threshold(_NEW_THINGS)
    from khoagiao_xl.doors.cli import main as run

    try:
        return run()
    finally:
        gc.freeze()  # all that is there is left alone at the end


if __name__ == "__main__":
    sys.exit(main())
