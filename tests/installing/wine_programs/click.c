/* Runs a command file as a double click in Explorer does: cmd.exe /c ""FILE" WORDS"; its status is ours. */
#include <wchar.h>
#include <windows.h>

int wmain(int argc, wchar_t **argv) {
    static wchar_t line[8192];
    STARTUPINFOW start = { .cb = sizeof start };
    PROCESS_INFORMATION begun;
    DWORD status = 99;
    const wchar_t *words = argc > 2 ? argv[2] : L"";
    _snwprintf(line, 8192, L"cmd.exe /c \"\"%ls\" %ls\"", argv[1], words);
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &begun)) return 98;
    WaitForSingleObject(begun.hProcess, INFINITE);
    GetExitCodeProcess(begun.hProcess, &status);
    return (int)status;
}
