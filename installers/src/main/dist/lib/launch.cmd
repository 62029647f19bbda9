rem Called by the start scripts with BROKERSCOPE_HOME set. Sets BROKERSCOPE_JAVA to a java.exe of Java 25 or newer and
rem BROKERSCOPE_NATIVES to a folder for unpacked libraries, or says what is missing and ends with 1.
set "BROKERSCOPE_NATIVES=%LOCALAPPDATA%\brokerscope\cache\natives"
if not exist "%BROKERSCOPE_NATIVES%" mkdir "%BROKERSCOPE_NATIVES%"
set "BROKERSCOPE_COMMON=-XX:-UsePerfData --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
set "BROKERSCOPE_NAMED=%BROKERSCOPE_JAVA%"
set "BROKERSCOPE_JAVA="
call :take "%BROKERSCOPE_HOME%\runtime"
rem the runtime of an installed program lies beside its folder
call :take "%BROKERSCOPE_HOME%\..\runtime"
if defined BROKERSCOPE_NAMED call :take "%BROKERSCOPE_NAMED%"
if defined JAVA_HOME call :take "%JAVA_HOME%"
for /f "delims=" %%j in ('where java.exe 2^>nul') do for %%h in ("%%~dpj..") do call :take "%%~fh"
for /d %%h in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%USERPROFILE%\.jdks\*") do call :take "%%~h"
if defined BROKERSCOPE_JAVA exit /b 0
echo Brokerscope needs Java 25 or newer and found none: install one (for example from https://adoptium.net), or set BROKERSCOPE_JAVA to its folder. 1>&2
exit /b 1

:take
if defined BROKERSCOPE_JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "BROKERSCOPE_FEATURE=0"
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=.-+" %%f in ("%%~v") do set "BROKERSCOPE_FEATURE=%%f"
if %BROKERSCOPE_FEATURE% geq 25 set "BROKERSCOPE_JAVA=%~1\bin\java.exe"
exit /b 0
