@echo off
rem Starts noisemark from a release: sets the threads, then starts the JVM.
rem
rem   NOISEMARK_HEAP=4g              the largest heap; a quarter of the machine's memory if not set
rem   NOISEMARK_JAVA_OPTS=-Xlog:gc   further options of the JVM
rem   NOISEMARK_CACHE=DIR            where native libraries are unpacked; .javacpp\cache of the user if not set
setlocal
for %%I in ("%~dp0..") do set "home=%%~fI"
if not exist "%home%\lib\" (
  echo noisemark: no folder lib beside bin in %home%; on Windows a release is needed, made by mvnw -Pdist package 1>&2
  exit /b 2
)

rem Java, 17 or newer.
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "version="
for /f "tokens=2 delims== " %%V in ('""%java%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="" 2^>nul') do set "version=%%V"
if not defined version (
  echo noisemark: no Java found; install a JDK, 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)
for /f "tokens=1 delims=." %%V in ("%version%") do set "version=%%V"
if %version% LSS 17 (
  echo noisemark: %java% is Java %version%, expected 17 or newer; set JAVA_HOME to such a JDK 1>&2
  exit /b 2
)
set "options=-XX:+UseParallelGC -Xshare:auto -Dfile.encoding=UTF-8 -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 --enable-native-access=ALL-UNNAMED -Xms64m -XX:GCTimeRatio=19"
if %version% GEQ 23 set "options=%options% --sun-misc-unsafe-memory-access=allow"
if defined NOISEMARK_HEAP set "options=%options% -Xmx%NOISEMARK_HEAP%"

rem What trains no cell ends before the optimizing compiler has paid for itself.
set "compiler=-XX:TieredStopAtLevel=1"
for %%V in (run tune study reproduce bench steps calibrate-gate) do if "%~1"=="%%V" set "compiler="

rem Cells side by side, one thread each, gain; threads inside a step do not.
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
if not defined OPENBLAS_NUM_THREADS set "OPENBLAS_NUM_THREADS=%OMP_NUM_THREADS%"
if not defined MKL_NUM_THREADS set "MKL_NUM_THREADS=%OMP_NUM_THREADS%"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
if not defined CUDA_DEVICE_ORDER set "CUDA_DEVICE_ORDER=PCI_BUS_ID"

if defined NOISEMARK_CACHE (
  "%java%" %options% %compiler% -Dorg.bytedeco.javacpp.cachedir="%NOISEMARK_CACHE%" %NOISEMARK_JAVA_OPTS% -cp "%home%\lib\*" org.noisemark.cli.Main %*
) else (
  "%java%" %options% %compiler% %NOISEMARK_JAVA_OPTS% -cp "%home%\lib\*" org.noisemark.cli.Main %*
)
exit /b %errorlevel%
