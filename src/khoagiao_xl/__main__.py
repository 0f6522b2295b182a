"""The command `khoagiao`, also as `python -m khoagiao_xl`."""

import sys

from khoagiao_xl import __version__


def main() -> int:
    """Run the command line; the version is said before anything is imported for it."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"khoagiao {__version__}\n")
        return 0
    from khoagiao_xl.doors.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
