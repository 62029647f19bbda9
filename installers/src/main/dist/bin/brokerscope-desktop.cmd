@echo off
rem Brokerscope in a window. "brokerscope-desktop FILE.msgdb" opens an archive.
setlocal
for %%i in ("%~dp0..") do set "BROKERSCOPE_HOME=%%~fi"
call "%BROKERSCOPE_HOME%\lib\launch.cmd" || exit /b 1
set "BROKERSCOPE_MODULES="
if exist "%BROKERSCOPE_HOME%\lib\javafx" set BROKERSCOPE_MODULES=--module-path "%BROKERSCOPE_HOME%\lib\javafx"
"%BROKERSCOPE_JAVA%" %BROKERSCOPE_COMMON% %BROKERSCOPE_MODULES% --add-modules=javafx.controls,javafx.swing,jfx.incubator.richtext,jfx.incubator.input --enable-native-access=javafx.graphics --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED --add-opens=javafx.graphics/javafx.scene=ALL-UNNAMED %JAVA_OPTS% %BROKERSCOPE_OPTS% "-Dbrokerscope.home=%BROKERSCOPE_HOME%" "-Dorg.sqlite.tmpdir=%BROKERSCOPE_NATIVES%" "-DZstdTempFolder=%BROKERSCOPE_NATIVES%" "-Dorg.xerial.snappy.tempdir=%BROKERSCOPE_NATIVES%" "-Djavafx.cachedir=%BROKERSCOPE_NATIVES%\javafx" -cp "%BROKERSCOPE_HOME%\lib\*" dev.brokerscope.desktop.Launcher %*
exit /b %ERRORLEVEL%
