"""`python -m khoagiao_xl` is the command `khoagiao`."""

import sys

from khoagiao_xl.cli import main

if __name__ == "__main__":
    sys.exit(main())
