"""The command `khoagiao`, also as `python -m khoagiao_xl`."""

import gc
import sys

from khoagiao_xl import __version__

# Python's collector looks for circles after every 700 new things (its default), and a command makes few:
# an intake of a month costs a fifteenth less without it. So many at once are some megabytes.
_NEW_THINGS = 50_000


def main() -> int:
    """Run the command line; the version is said before anything is imported for it."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"khoagiao {__version__}\n")
        return 0
    gc.set_threshold(_NEW_THINGS)
    from khoagiao_xl.doors.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
