package io.counterpart.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the pid file.
 *
 * @param started distinguishes the process from a later one with the same pid
 */
record RecordedProcess(String name, long pid, Instant started) {

    // The start time that a system reports shifts slightly when the clock is set.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static RecordedProcess of(String name, ProcessHandle process) {
        return new RecordedProcess(
                name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    static RecordedProcess parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("'%s' is not a process".formatted(line));
        }
        return new RecordedProcess(words[0], Long.parseLong(words[1]), Instant.ofEpochMilli(Long.parseLong(words[2])));
    }

    String line() {
        return "%s %d %d".formatted(name, pid, started.toEpochMilli());
    }

    /** Returns the recorded process if it still runs. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(then -> Duration.between(started, then).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
