@echo off
rem Brokerscope on the command line. "brokerscope --help" lists the commands.
setlocal
for %%i in ("%~dp0..") do set "BROKERSCOPE_HOME=%%~fi"
call "%BROKERSCOPE_HOME%\lib\launch.cmd" || exit /b 1
"%BROKERSCOPE_JAVA%" %BROKERSCOPE_COMMON% -XX:TieredStopAtLevel=1 -Djava.awt.headless=true %JAVA_OPTS% %BROKERSCOPE_OPTS% "-Dbrokerscope.home=%BROKERSCOPE_HOME%" "-Dorg.sqlite.tmpdir=%BROKERSCOPE_NATIVES%" "-DZstdTempFolder=%BROKERSCOPE_NATIVES%" "-Dorg.xerial.snappy.tempdir=%BROKERSCOPE_NATIVES%" -cp "%BROKERSCOPE_HOME%\lib\*" dev.brokerscope.cli.Main %*
exit /b %ERRORLEVEL%
