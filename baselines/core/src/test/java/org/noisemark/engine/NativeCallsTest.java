package org.noisemark.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class NativeCallsTest {
  /** Ends its process in the middle of a call, as a signal does. */
  public static final class Ending {
    private Ending() {}

    /** Says when the call has ended, and that another one began, which must never be. */
    @SuppressWarnings("try") // a call works by being open
    public static void main(String[] args) throws Exception {
      var begun = new CountDownLatch(1);
      var worker =
          new Thread(
              () -> {
                try (var call = NativeCalls.begin()) {
                  begun.countDown();
                  Thread.sleep(1500);
                  System.out.println("ended");
                } catch (InterruptedException e) {
                  System.out.println("interrupted");
                }
                try (var next = NativeCalls.begin()) {
                  System.out.println("another");
                }
              });
      worker.setDaemon(true);
      worker.start();
      begun.await();
      System.exit(3);
    }
  }

  @Test
  void theProcessEndsAfterTheCallThatIsOnAndBeforeAnother() throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Ending.class.getName())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals("ended", said.strip());
    assertEquals(3, process.exitValue());
  }

  @Test
  void anInterruptedThreadBeginsNothingAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertThrows(IllegalStateException.class, NativeCalls::begin);
    assertTrue(Thread.interrupted());
  }
}
