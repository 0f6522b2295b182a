@echo off
rem Only ASCII here: cmd reads this file in the code page of the machine, whatever that is.
rem It finds a Python and hands over to it; everything else is done in goi\cai_dat.py.
rem Paths stand between quotes and are expanded once, so that &, %, ', blanks and marks in them stay whole.
setlocal EnableExtensions DisableDelayedExpansion
title Cai dat Khoa giao
set "KG_GOI=%~dp0goi"
set "KG_PYTHON=%~dp0python\python.exe"
set "KG_TAM="
if not exist "%KG_GOI%\cai_dat.py" goto not_unpacked
if "%PROCESSOR_ARCHITECTURE%"=="x86" if not defined PROCESSOR_ARCHITEW6432 goto bits32
if exist "%KG_PYTHON%" goto begin

rem No Python in the bundle: the full one of python.org, as a zip, without admin rights. A zip is only unpacked:
rem nothing is registered, and no installer asks. The embeddable one has no tkinter, so no small window.
set "KG_TAM=%TEMP%\khoagiao-python-3.12.10"
set "KG_ZIP=%KG_TAM%.zip"
set "KG_URL=https://www.python.org/ftp/python/3.12.10/python-3.12.10-amd64.zip"
set "KG_SHA256=8649692de846c56a7189d6dae5c322ab20deb1b5908b6f39426b62a36f39415d"
set "KG_PYTHON=%KG_TAM%\python.exe"
set "KG_PS=%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe"
if not exist "%KG_PS%" goto no_download
echo Dang tai Python tu www.python.org (32 MB) ...
"%KG_PS%" -NoProfile -NonInteractive -Command "$ErrorActionPreference='Stop'; $ProgressPreference='SilentlyContinue'; Invoke-WebRequest -UseBasicParsing -Uri $env:KG_URL -OutFile $env:KG_ZIP"
if errorlevel 1 goto no_download
"%KG_PS%" -NoProfile -NonInteractive -Command "$ErrorActionPreference='Stop'; if ((Get-FileHash -Algorithm SHA256 -LiteralPath $env:KG_ZIP).Hash -ne $env:KG_SHA256) { exit 3 }"
if errorlevel 1 goto changed
"%KG_PS%" -NoProfile -NonInteractive -Command "$ErrorActionPreference='Stop'; $ProgressPreference='SilentlyContinue'; Expand-Archive -LiteralPath $env:KG_ZIP -DestinationPath $env:KG_TAM -Force"
if errorlevel 1 goto no_download
if not exist "%KG_PYTHON%" goto no_download

:begin
"%KG_PYTHON%" -I -c pass
if errorlevel 1 goto blocked
"%KG_PYTHON%" -I -B "%KG_GOI%\cai_dat.py" "%~1"
set "KG_KET=%ERRORLEVEL%"
goto end

:not_unpacked
echo.
echo CHUA GIAI NEN. Tep nay dang chay ngay trong tep .zip nen khong thay cac goi di kem.
echo Dong cua so nay. Bam chuot phai vao tep .zip, chon Extract All (Giai nen tat ca),
echo mo thu muc vua giai nen roi bam dup cai-dat.cmd o do.
set "KG_KET=2"
goto end

:no_download
echo.
echo KHONG TAI DUOC Python tu www.python.org, hoac khong giai nen duoc. May van nhu cu.
echo Kiem tra mang roi chay lai; hoac xin goi cai dat co san Python (lam bang: khoagiao bundle --python).
echo Cau gui bo phan cong nghe thong tin: xin cho may nay tai %KG_URL%
set "KG_KET=2"
goto end

:bits32
echo.
echo WINDOWS CUA MAY NAY LA BAN 32 BIT, cac goi di kem la ban 64 bit. Khong cai duoc o may nay.
set "KG_KET=2"
goto end

:blocked
echo.
echo KHONG CHAY DUOC Python: chinh sach cua may hoac phan mem diet vi-rut da chan. Chua cai gi ca.
echo Cau gui bo phan cong nghe thong tin: xin cho chay "%KG_PYTHON%", la Python cua Python Software Foundation
set "KG_KET=2"
goto end

:changed
echo.
echo TEP PYTHON TAI VE KHONG DUNG ban da kiem tra (SHA-256 khac). Khong cai gi ca.
echo Bao cho nguoi quan tri may; dung mo tep vua tai ve.
if exist "%KG_ZIP%" del /q "%KG_ZIP%"
set "KG_KET=2"
goto end

:end
if defined KG_TAM if exist "%KG_TAM%" rmdir /s /q "%KG_TAM%"
echo.
if not defined KG_IM_LANG pause
exit /b %KG_KET%
