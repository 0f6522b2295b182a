"""Begin the installation: the product's own wheel answers, before anything is installed."""

import os
import sys
from pathlib import Path

HERE = Path(os.path.abspath(__file__)).parent  # noqa: PTH100  # a network drive keeps its letter
WHEEL = max(HERE.glob("khoagiao_xl-*.whl"))
sys.path.insert(0, str(WHEEL))

if __name__ == "__main__":
    from khoagiao_xl.doors.standard_streams import make_whole
    from khoagiao_xl.installing.office_installation import main

    make_whole()
    sys.exit(main(HERE.parent, sys.argv[1:]))
