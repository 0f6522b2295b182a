@echo off
rem Only ASCII here. Takes the program away and nothing else: masters, settings and archive stay.
setlocal EnableExtensions DisableDelayedExpansion
title Go cai dat Khoa giao
set "KG_THU_MUC=%~dp0chuong-trinh"
set "KG_PYTHON=%KG_THU_MUC%\python\python.exe"
set "KG_KET=0"
if not exist "%KG_THU_MUC%\khoagiao.json" goto nothing
echo Se xoa chuong trinh trong "%KG_THU_MUC%". So cong tac, cau hinh, kho luu tru giu nguyen.
echo Dong Excel va cua so nho truoc khi lam tiep.
if not defined KG_IM_LANG pause
if exist "%KG_PYTHON%" "%KG_PYTHON%" -I -X utf8 -m khoagiao_xl.doors.removing "%~dp0."
if errorlevel 1 echo Loi tat tren man hinh nen chua xoa duoc, xoa bang tay.
rmdir /s /q "%KG_THU_MUC%"
if exist "%KG_THU_MUC%\python\python.exe" goto held
if exist "%~dp0khoagiao.cmd" del /q "%~dp0khoagiao.cmd"
echo Da go chuong trinh. Cai lai luc nao cung duoc; tep nay co the xoa.
goto end

:nothing
echo Khong thay chuong trinh trong thu muc nay, khong co gi de go.
goto end

:held
echo Chua xoa het: Excel hoac cua so nho con dang dung chuong trinh. Dong lai roi bam dup tep nay lan nua.
set "KG_KET=2"
goto end

:end
echo.
if not defined KG_IM_LANG pause
exit /b %KG_KET%
