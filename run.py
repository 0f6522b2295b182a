#!/usr/bin/env python3
"""Every word of the work on this project, needing nothing but Python: `python3 run.py` lists them."""

from __future__ import annotations

import io
import sys

try:
    import os
    import shutil
    import subprocess

    import environment
    from environment import TOP, prepare, say
except ImportError:  # Debian's python3-minimal
    sys.exit("Python của máy bị cắt bớt. Gõ «sudo apt install python3-venv» rồi chạy lại lệnh.")

PRODUCT, WORKSHOP = TOP / "requirements.lock", TOP / "requirements-dev.lock"
PEERS = TOP / "requirements-bench.lock"  # what the speed is held against
OFFICE = ["libreoffice-calc", "libreoffice-writer", "python3-uno", "fonts-liberation", "poppler-utils",
          "fonts-crosextra-carlito", "xvfb", "xdotool", "imagemagick", "python3-tk",
          "dovecot-imapd"]  # fmt: skip
# The rooms that decide on values and on documents: no master is filled, no office program is started.
QUICK = ("model", "office", "rules", "vietnamese", "planning", "inspection", "guidance", "report", "forms")
QUICK_MARKS = "not (excel or office or slow)"


def install_office() -> None:
    """Install LibreOffice where this can be done by itself (Debian, as root); else say what is left out."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])  # where dovecot lies
    tools = ("soffice", "pdftoppm", "Xvfb", "xdotool", "import", "dovecot")
    missing = [tool for tool in tools if not shutil.which(tool, path=path)]
    if not missing:
        return
    if not (shutil.which("apt-get") and environment.is_root()):
        say(f"Không có {', '.join(missing)}: các phép thử mở tệp bằng LibreOffice sẽ được bỏ qua.")
        return
    say("Đang cài LibreOffice cho các phép thử ...")
    if not environment.apt_install(*OFFICE):
        say("apt không cài được LibreOffice: các phép thử cần nó sẽ được bỏ qua.")


def run_module(*words: str) -> int:
    """Run a module of the environment from the top of the tree; its exit status is ours."""
    return subprocess.run([environment.python(), "-m", *words], cwd=TOP).returncode


def run_script(path: str) -> int:
    """Run a script of the tree in the environment; its exit status is ours."""
    return subprocess.run([environment.python(), TOP / path], cwd=TOP).returncode


def demo(words: list[str]) -> int:
    """Live the first quarter of an office on files, into out/demo/."""
    if not any(word.split("=")[0] == "--out" for word in words):
        words = [*words, "--out", str(TOP / "out" / "demo")]
    return khoagiao(["demo", *words])


def reports(words: list[str]) -> int:
    """Make the reports of six kinds of periods that are read aloud, into out/reports/ or another folder."""
    prepare(PRODUCT)
    folder = words[0] if words else str(TOP / "out" / "reports")
    return run_module("tests.report.scenarios", os.path.abspath(folder))  # noqa: PTH100  # nothing is followed


def khoagiao(words: list[str]) -> int:
    """Run any verb of the command `khoagiao` from this checkout."""
    prepare(PRODUCT)
    # What the user names is relative to where the user stands, not to this file.
    start = [str(environment.python()), "-X", "utf8", "-P", "-m", "khoagiao_xl"]
    return subprocess.run([*start, *words]).returncode


def test(words: list[str]) -> int:
    """Install what the tests need and run them all; «quick»: a minute of them; other words go to pytest."""
    prepare(WORKSHOP)
    install_office()
    environment.link_uno()
    if words[:1] == ["quick"]:
        folders = [f"tests/{name}" for name in QUICK]
        return run_module("pytest", "-m", QUICK_MARKS, *folders, *words[1:])
    return run_module("pytest", *words) if words else test_all()


def test_all() -> int:
    """Check style, and types beside the tests: the types alone keep one core busy for a minute."""
    if bad := check_style():
        return bad
    types = subprocess.Popen([environment.python(), "-m", "mypy"], cwd=TOP, stdout=subprocess.PIPE, text=True)
    tests = run_module("pytest")
    print(types.communicate()[0], end="")
    return tests or types.returncode


def lint(_: list[str]) -> int:
    """Check style, the order of the house, one thought a line, and types."""
    prepare(WORKSHOP)
    return check_style() or run_module("mypy")


def check_style() -> int:
    """Run the checks that take no more than seconds."""
    return (
        run_module("ruff", "check")
        or run_module("ruff", "format", "--check")
        or run_script("lint/imports.py")
        or run_script("lint/density.py")
    )


def bench(words: list[str]) -> int:
    """Print the table of speed beside the peers, which are installed for that; its exit status is ours."""
    prepare(PEERS)
    environment.link_uno()
    return subprocess.run([environment.python(), TOP / "benchmarks" / "measure.py", *words]).returncode


def build(_: list[str]) -> int:
    """Draw the committed master, the report templates and the tables of the guide anew."""
    prepare(WORKSHOP)
    made = ("khoagiao_xl.building", "khoagiao_xl.report", "khoagiao_xl.manual.guide_tables")
    return next((code for code in map(run_module, made) if code), 0)


def pictures(_: list[str]) -> int:
    """Make the pictures of README and guide anew from one run of the demo (LibreOffice, three minutes)."""
    prepare(WORKSHOP)
    install_office()
    environment.link_uno()
    return run_module("pictures")


def guide(words: list[str]) -> int:
    """Write the guide as a Word document in the official layout, into out/ or as another file."""
    prepare(PRODUCT)
    out = words[0] if words else str(TOP / "out" / "huong-dan-su-dung.docx")
    failed = run_module("khoagiao_xl.manual.guide_document", os.path.abspath(out))  # noqa: PTH100  # as above
    if not failed:
        print(f"Đã viết «{out}».")  # what it was asked for, not what it was doing
    return failed


def lock(_: list[str]) -> int:
    """Resolve the lock files anew from pyproject.toml."""
    prepare(WORKSHOP)
    subprocess.run([environment.python(), "-m", "pip", "install", "--quiet", "uv"], check=True)
    resolve = ["uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes",
               "--no-header", "--quiet", "pyproject.toml"]  # fmt: skip
    own = ["-c", PRODUCT.name]
    return (
        run_module(*resolve, "-o", PRODUCT.name)
        or run_module(*resolve, "--extra", "dev", "--extra", "cluster", *own, "-o", WORKSHOP.name)
        or run_module(*resolve, "--extra", "bench", *own, "-c", WORKSHOP.name, "-o", PEERS.name)
    )


WORDS = {
    word.__name__: word for word in (demo, reports, guide, pictures, test, lint, bench, build, lock, khoagiao)
}
TOLD = {
    "demo": "sống thử quý I của một cơ quan trên tệp mẫu, vào out/demo/ (--out, --guidance, --year, --long)",
    "reports": "làm các báo cáo của sáu loại kỳ để đọc thử, vào out/reports/ hoặc thư mục khác",
    "guide": "viết hướng dẫn sử dụng thành tệp Word đúng thể thức, vào out/ hoặc tệp khác",
    "pictures": "làm lại các hình của README và hướng dẫn từ một lần sống thử (cần LibreOffice, ba phút)",
    "test": "cài thứ cần và chạy mọi phép thử; «quick»: phần nhanh; chữ khác chuyển cho pytest",
    "lint": "soát văn phong, thứ tự các phòng, mật độ dòng, kiểu",
    "bench": "đo tốc độ bên cạnh các công cụ khác (--only, --forms, --json, --picture, --strict)",
    "build": "vẽ lại sổ mẫu, khuôn báo cáo, các bảng của hướng dẫn",
    "lock": "khóa lại phiên bản các gói theo pyproject.toml",
    "khoagiao": "chạy một việc của lệnh khoagiao từ bản này",
}


def main() -> int:
    """Run the word that was asked for, or list them all."""
    if sys.version_info < (3, 11):
        sys.exit("Cần Python 3.11 trở lên.")
    for stream in (sys.stdout, sys.stderr):
        # A console may speak a code page without Vietnamese letters.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if len(sys.argv) < 2 or sys.argv[1] not in WORDS:
        print("Cách dùng: python3 run.py TỪ [tham số]\n")
        for name in WORDS:
            print(f"  {name:10} {TOLD[name]}")
        return 0 if len(sys.argv) < 2 else 2
    try:
        return WORDS[sys.argv[1]](sys.argv[2:])
    except OSError as error:
        sys.exit(f"Máy không cho làm việc với «{error.filename or TOP}»: {environment.reason_of(error)}.")
    except KeyboardInterrupt:
        sys.exit("Đã dừng theo yêu cầu.")


if __name__ == "__main__":
    sys.exit(main())
