package org.noisemark.machine;

import java.util.List;
import java.util.regex.Pattern;

/** Which of the JVM's flags may be published. */
final class JvmFlags {
  /**
   * What can change a measurement and cannot hold a path, a user or a host: switches, numbers and
   * names of modules. Everything else is left out, whatever it is; so are Spark's own settings,
   * such as the driver's port.
   */
  private static final Pattern PUBLISHABLE =
      Pattern.compile(
          "-XX:[+-]\\w+"
              + "|-XX:\\w+=[0-9.]+[kKmMgGtT]?"
              + "|-X(mx|ms|mn|ss)\\d+[kKmMgGtT]?"
              + "|-X(int|comp|mixed|batch|share:\\w+)"
              + "|-D(?!spark\\.)[\\w.]+=(true|false|[0-9.]+)"
              + "|--enable-native-access=[\\w.,-]+"
              + "|--enable-preview"
              + "|--add-(modules|opens|exports|reads)=[\\w./=,-]+"
              + "|-(ea|enableassertions|server)");

  private JvmFlags() {}

  static List<String> publishable(List<String> flags) {
    return flags.stream().filter(flag -> PUBLISHABLE.matcher(flag).matches()).toList();
  }
}
