package org.noisemark.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.noisemark.gpu.CudaLibraries;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package, each in a JVM of its own with this one's environment. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs those whose name (package, class, method) holds a match.
   *
   * @param quick whether one iteration of a tenth of a second has to do
   * @param log told what JMH tells
   * @throws IllegalArgumentException if the filter is no regular expression or finds none
   */
  public static Collection<RunResult> run(String filter, boolean quick, PrintStream log) {
    try {
      Pattern.compile(filter);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + filter + "' is no regular expression: " + e.getDescription(), e);
    }
    var options = new OptionsBuilder().include(filter).shouldFailOnError(true);
    var cudaLibraries = System.getProperty(CudaLibraries.GIVEN);
    if (cudaLibraries != null) {
      options.jvmArgsAppend("-D" + CudaLibraries.GIVEN + "=" + cudaLibraries);
    }
    if (quick) {
      options
          .warmupIterations(0)
          .measurementIterations(1)
          .measurementTime(TimeValue.milliseconds(100));
    }
    var output = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
    try {
      return new Runner(options.build(), output).run();
    } catch (NoBenchmarksException e) {
      throw new IllegalArgumentException("no benchmark matches '" + filter + "'", e);
    } catch (RunnerException e) {
      if (String.valueOf(e.getMessage()).contains("jmh.lock")) {
        throw new IllegalArgumentException(
            "another JMH benchmark is running on this machine, and would distort both: wait for it",
            e);
      }
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
