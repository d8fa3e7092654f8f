package io.counterpart.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends and receives files of any size as streams, and gives up when nothing has moved for a while. */
final class FileTransfer {

    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 200;

    private final HqApi hq;
    private final Duration silence;
    private final AtomicLong moved = new AtomicLong();
    private volatile @Nullable IOException local;

    FileTransfer(HqApi hq) {
        this(hq, SILENCE);
    }

    FileTransfer(HqApi hq, Duration silence) {
        this.hq = hq;
        this.silence = silence;
    }

    /** Returns what HQ answers. */
    JsonNode upload(String path, UploadFile file, Progress progress) {
        // With its length: a proxy that needs one does not have to store the file.
        var body = file.size() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> counted(file)), file.size());
        var request = hq.request(path)
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/octet-stream")
                .POST(body)
                .build();
        var answer = hq.client().sendAsync(request, ignored -> BodySubscribers.ofString(StandardCharsets.UTF_8));
        return HqApi.accepted(
                        "POST " + path,
                        completed(
                                answer,
                                file.size(),
                                progress,
                                "The connection to HQ broke off during the upload. Nothing was imported; run the command again."))
                .body();
    }

    /** Returns the number of bytes. */
    long download(String path, OutputStream to, Progress progress) {
        BodyHandler<String> handler = info -> info.statusCode() == 200
                ? BodySubscribers.mapping(
                        BodySubscribers.ofByteArrayConsumer(bytes -> bytes.ifPresent(it -> write(it, to))), end -> "")
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
        var request = hq.request(path).build();
        HqApi.accepted(
                "GET " + path,
                completed(
                        hq.client().sendAsync(request, handler),
                        -1,
                        progress,
                        "The connection to HQ broke off, so the export is incomplete; run the command again. HQ's log has the reason if HQ ended it."));
        return moved.get();
    }

    private <T> HttpResponse<T> completed(
            CompletableFuture<HttpResponse<T>> answer, long size, Progress progress, String broken) {
        long seen = 0;
        long since = System.nanoTime();
        while (true) {
            try {
                HttpResponse<T> response = answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                progress.at(moved.get(), size);
                return response;
            } catch (TimeoutException e) {
                long now = moved.get();
                if (now != seen) {
                    since = System.nanoTime();
                    seen = now;
                } else if (System.nanoTime() - since > silence.toNanos()) {
                    answer.cancel(true);
                    throw new CommandFailedException(ExitCode.NO_ANSWER, broken);
                }
                progress.at(now, size);
            } catch (ExecutionException e) {
                throw failure(e.getCause(), broken);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailedException(ExitCode.NO_ANSWER, "Interrupted");
            }
        }
    }

    private RuntimeException failure(@Nullable Throwable cause, String broken) {
        IOException mine = local;
        if (mine != null) {
            return new UncheckedIOException(mine);
        }
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return hq.noAnswer();
        }
        return cause instanceof IOException
                ? new CommandFailedException(ExitCode.NO_ANSWER, broken)
                : new IllegalStateException(cause);
    }

    private void write(byte[] bytes, OutputStream to) {
        try {
            to.write(bytes);
            moved.addAndGet(bytes.length);
        } catch (IOException e) {
            local = e;
            throw new UncheckedIOException(e);
        }
    }

    private InputStream counted(UploadFile file) {
        try {
            return new FilterInputStream(file.stream()) {

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    try {
                        int read = in.read(buffer, offset, length);
                        moved.addAndGet(Math.max(0, read));
                        return read;
                    } catch (IOException e) {
                        local = e;
                        throw e;
                    }
                }
            };
        } catch (IOException e) {
            local = e;
            throw new UncheckedIOException(e);
        }
    }
}
