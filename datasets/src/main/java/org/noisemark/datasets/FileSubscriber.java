package org.noisemark.datasets;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Writes the body of an answer to a file, every byte: the JDK's own subscriber, before 20, leaves
 * out what a single call of {@link FileChannel#write} does not take.
 */
final class FileSubscriber implements BodySubscriber<Void> {
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final Path file;
  private final OpenOption[] options;
  private FileChannel channel;
  private Subscription subscription;

  private FileSubscriber(Path file, OpenOption[] options) {
    this.file = file;
    this.options = options;
  }

  static BodySubscriber<Void> to(Path file, OpenOption... options) {
    return new FileSubscriber(file, options);
  }

  @Override
  public CompletionStage<Void> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    try {
      channel = FileChannel.open(file, options);
      given.request(1);
    } catch (IOException e) {
      given.cancel();
      done.completeExceptionally(e);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
      subscription.request(1);
    } catch (IOException e) {
      subscription.cancel();
      onError(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    close();
    done.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    close();
    done.complete(null);
  }

  private void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        done.completeExceptionally(e);
      }
    }
  }
}
