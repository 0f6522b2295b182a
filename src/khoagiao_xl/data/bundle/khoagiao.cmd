@echo off
rem Any verb of the program: khoagiao.cmd doctor, khoagiao.cmd new ...
setlocal EnableExtensions DisableDelayedExpansion
"%~dp0chuong-trinh\python\python.exe" -X utf8 -P -m khoagiao_xl %*
exit /b %ERRORLEVEL%
