/* Stands in for a program of Windows: prints its words, one a line in UTF-8, each between < and >.
   SAYS=WORD=STATUS;WORD=STATUS: ends with the status of the first WORD that stands in its command line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

int wmain(int argc, wchar_t **argv) {
    char said[16384] = "";
    for (int at = 1; at < argc; at++) {
        char word[4096];
        WideCharToMultiByte(CP_UTF8, 0, argv[at], -1, word, sizeof word, NULL, NULL);
        printf("<%s>\n", word);
        strcat(said, word);
    }
    fflush(stdout);
    char *rules = getenv("SAYS");
    char *rule = rules ? strtok(rules, ";") : NULL;
    for (; rule; rule = strtok(NULL, ";")) {
        char *status = strrchr(rule, '=');
        *status = '\0';
        if (strstr(said, rule)) return atoi(status + 1);
    }
    return 0;
}
