package org.noisemark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this program was built from.
 *
 * @param version of the Maven project
 * @param commit the Git commit, with "-dirty" where tracked or untracked files differed from it;
 *     empty where it was built outside a Git repository
 */
public record Build(String version, String commit) {
  private static final Build CURRENT = load();

  public static Build current() {
    return CURRENT;
  }

  static Build of(Properties properties) {
    var commit = properties.getProperty("commit", "");
    boolean dirty = Boolean.parseBoolean(properties.getProperty("dirty"));
    return new Build(
        properties.getProperty("version", ""),
        commit.isEmpty() || !dirty ? commit : commit + "-dirty");
  }

  private static Build load() {
    var properties = new Properties();
    try (var in = Build.class.getResourceAsStream("build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(properties);
  }
}
