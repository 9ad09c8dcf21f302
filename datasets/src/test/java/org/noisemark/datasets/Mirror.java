package org.noisemark.datasets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A file server on this machine that misbehaves on demand. */
final class Mirror implements AutoCloseable {
  private static final String ANY = "";

  private final HttpServer server;
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private volatile int status = 200;
  private volatile int cutAfter = -1;
  private volatile boolean withoutRanges;
  private volatile boolean hanging;

  /** Serves one file under any name. */
  Mirror(byte[] content) throws IOException {
    this(Map.of());
    serve(content);
  }

  /** Serves files by name, packed. */
  Mirror(Map<String, byte[]> payloads) throws IOException {
    payloads.forEach((name, bytes) -> files.put(name + ".gz", TinyDataset.gzip(bytes)));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/data/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/data/");
  }

  /** The Range header of each request, empty where there was none. */
  List<String> ranges() {
    return ranges;
  }

  void serve(byte[] bytes) {
    files.put(ANY, bytes);
  }

  void answer(int code) {
    status = code;
  }

  void cutFirstAnswerAfter(int bytes) {
    cutAfter = bytes;
  }

  void ignoreRanges() {
    withoutRanges = true;
  }

  void hang() {
    hanging = true;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range == null ? "" : range);
    if (hanging) {
      waitUntilClosed();
    } else if (status != 200) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      send(exchange, range == null || withoutRanges ? 0 : first(range));
    }
    exchange.close();
  }

  private void send(HttpExchange exchange, int from) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] content = files.getOrDefault(path.substring(path.lastIndexOf('/') + 1), files.get(ANY));
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (from > 0) {
      String range = "bytes " + from + "-" + (content.length - 1) + "/" + content.length;
      exchange.getResponseHeaders().set("Content-Range", range);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
    int until = cutAfter < 0 ? content.length : cutAfter;
    cutAfter = -1;
    exchange.getResponseBody().write(content, from, until - from);
    exchange.getResponseBody().flush();
  }

  private static int first(String range) {
    return Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
  }

  private void waitUntilClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
