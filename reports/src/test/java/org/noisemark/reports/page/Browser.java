package org.noisemark.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chromium without a window, that keeps a list of what it fetches and complains of. Without one the
 * test is skipped, but fails where the environment has CI.
 */
final class Browser implements AutoCloseable {
  private final ChromeDriver driver;
  private final Set<String> opened = new HashSet<>();

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * @param profile an empty folder
   */
  static Browser start(Path profile) {
    Optional<Path> browser = program("chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = program("chromedriver");
    if (browser.isEmpty() || driver.isEmpty()) {
      String missing = "no Chromium with its chromedriver on the path";
      if (System.getenv("CI") != null) {
        fail(missing);
      }
      abort(missing);
    }
    var options = new ChromeOptions();
    options.setBinary(browser.get().toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--user-data-dir=" + profile);
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.get().toFile())
            .usingAnyFreePort()
            .build();
    var started = new ChromeDriver(service, options);
    started.manage().timeouts().scriptTimeout(Duration.ofMinutes(10)); // axe-core on a busy machine
    started.get("about:blank");
    started.manage().logs().get(LogType.PERFORMANCE); // what the browser's own first page fetched
    return new Browser(started);
  }

  void open(Path page, int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            "",
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    opened.add(page.toUri().toString());
    driver.get(page.toUri().toString());
    // What is off the screen is laid out too, so that nothing moves while it is pointed at.
    driver.executeScript(
        "document.querySelectorAll('.block')"
            + ".forEach(one => { one.style.contentVisibility = 'visible'; })");
  }

  /** Shows the page that is open as it is printed, until another is opened. */
  void print() {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  List<WebElement> shown(String css) {
    return all(css).stream().filter(WebElement::isDisplayed).toList();
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  void click(WebElement element) {
    script("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  /** Chooses by value, as a user does. */
  void choose(String name, String value) {
    click(find("select[name=" + name + "] option[value='" + value + "']"));
  }

  /** What was asked of any network or file but the pages themselves, since the last call. */
  private List<String> requests() {
    var mapper = new JsonMapper();
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .map(message -> mapper.readTree(message).get("message"))
        .filter(event -> event.get("method").stringValue().equals("Network.requestWillBeSent"))
        .map(event -> event.get("params").get("request").get("url").stringValue())
        .filter(url -> !opened.contains(url))
        .toList();
  }

  private List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  /**
   * Rules of axe-core that are broken seriously or critically inside an element, each with the
   * first offender.
   *
   * @throws AssertionError if hardly a rule could be applied, so that nothing was checked
   */
  List<String> barriers(String css) throws IOException {
    driver.executeScript(axe());
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(arguments[0]).then(found => done(JSON.stringify("
                + "{violations: found.violations, passes: found.passes.length})),"
                + " error => done('axe: ' + error))",
            css);
    JsonNode result = new JsonMapper().readTree((String) found);
    assertTrue(result.get("passes").intValue() >= 8, css + ": " + result.get("passes"));
    JsonNode violations = result.get("violations");
    return Stream.iterate(0, i -> i < violations.size(), i -> i + 1)
        .map(violations::get)
        .filter(one -> List.of("serious", "critical").contains(one.get("impact").stringValue()))
        .map(one -> one.get("id").stringValue() + ": " + one.get("nodes").get(0).get("html"))
        .toList();
  }

  void assertQuiet() {
    assertEquals(List.of(), complaints());
    assertEquals(List.of(), requests());
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static String axe() throws IOException {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Optional<Path> program(String... names) {
    return Arrays.stream(names)
        .flatMap(
            name ->
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
