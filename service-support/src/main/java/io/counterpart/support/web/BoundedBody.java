package io.counterpart.support.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** A request body that has to arrive within a total time, however slowly its bytes trickle in. */
final class BoundedBody extends ServletInputStream {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServletInputStream body;
    private volatile long deadline;

    BoundedBody(ServletInputStream body, Duration time) {
        this.body = body;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    void shortenTo(Duration time) {
        deadline = Math.min(deadline, System.nanoTime() + time.toNanos());
    }

    /** Gives a caller that is known now more time. */
    void extendTo(Duration time) {
        deadline = Math.max(deadline, System.nanoTime() + time.toNanos());
    }

    /** Reads up to a number of bytes, as far as they arrive in time; the caller has its response already. */
    void discard(long most) {
        var buffer = new byte[BUFFER_BYTES];
        try {
            for (long left = most; left > 0; ) {
                int count = read(buffer, 0, buffer.length);
                if (count < 0) {
                    return;
                }
                left -= count;
            }
        } catch (IOException | Problem gone) {
            // Nobody is left to tell.
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (System.nanoTime() - deadline > 0) {
            throw tooSlow();
        }
        try {
            return body.read(buffer, offset, length);
        } catch (IOException e) {
            if (isTimeout(e)) {
                throw tooSlow();
            }
            throw e;
        }
    }

    // Tomcat reports the time-out of its socket as the cause of an aborted request.
    private static boolean isTimeout(IOException e) {
        return e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
    }

    private static Problem tooSlow() {
        return StandardProblem.REQUEST_TIMEOUT.because("The request body did not arrive in time.");
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("Request bodies are read in blocking mode");
    }
}
