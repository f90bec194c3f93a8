@echo off
setlocal
set "NODE_OPTIONS="
"%ComSpec%" /d /c ""%~dp0program\unblock.cmd""
"%~dp0program\node.exe" "%~dp0program\dist\cli.js" %*
exit /b %errorlevel%
