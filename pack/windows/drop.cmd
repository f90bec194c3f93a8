@echo off
rem What is dropped here may have & or ! in its path: the whole command line goes to the menu, which takes it apart.
setlocal DisableDelayedExpansion
set "REPORT_HERE=%~dp0"
set "NODE_OPTIONS="
"%ComSpec%" /d /c ""%~dp0program\unblock.cmd""
setlocal EnableDelayedExpansion
set "REPORT_DROPPED=!CMDCMDLINE!"
"!REPORT_HERE!program\node.exe" "!REPORT_HERE!program\menu\main.js" %*
pause
rem Dropped with & in its path, the rest of it would now be run as a command.
if not "!REPORT_DROPPED:/c=!"=="!REPORT_DROPPED!" exit
