"""Each file opened in LibreOffice, its figures read, as a macro does. libreoffice_loop.py FOLDER."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PIPE = f"khoagiao-bench-{time.time_ns()}"
hidden = PropertyValue(Name="Hidden", Value=True)
total = 0.0
with tempfile.TemporaryDirectory() as profile:
    command = ["soffice", "--headless", "--norestore", f"--accept=pipe,name={PIPE};urp;"]
    office = subprocess.Popen([*command, f"-env:UserInstallation=file://{profile}"])  # noqa: S603
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            time.sleep(0.1)
    desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
        book = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (hidden,))
        for row in book.Sheets.getByName("Số liệu").getCellRangeByName("A1:G80").getDataArray():
            if str(row[0]).startswith("KG") and isinstance(row[3], float):
                total += row[3]
        book.close(True)
    desktop.terminate()
    office.wait(60)
sys.stdout.write("\n" + json.dumps({"sum": total}))
