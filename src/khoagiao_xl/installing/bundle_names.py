"""What a bundle and what comes of it are called: in the zip, and on the office's machine."""

from typing import Final

# In the zip, below one folder.
PARTS: Final = "goi"  # the wheels, the lock, the manifest
PYTHON: Final = "python"  # a Python for Windows, where one was given
INSTALLER, REMOVER, LAUNCHER = "cai-dat.cmd", "go-cai-dat.cmd", "khoagiao.cmd"
STARTER: Final = "cai_dat.py"  # what cai-dat.cmd hands over to
README: Final = "DOC-TRUOC.txt"
TERMS: Final = "LGPL-2.1.txt"  # of docxtpl, whose own wheel brings none
MANIFEST: Final = "khoagiao.json"
LOCK: Final = "requirements.lock"

# On the machine, below the folder of the office.
OFFICE_FOLDER: Final = "KhoaGiao"
PROGRAM: Final = "chuong-trinh"  # everything that an upgrade replaces and a removal takes away
COMING, FORMER = f"{PROGRAM}.moi", f"{PROGRAM}.cu"
SITE_PACKAGES: Final = ("Lib", "site-packages")  # below Python's folder, on Windows
