package io.counterpart.stack;

import java.nio.file.Path;
import java.time.Duration;

/** Is told how the start goes, when a process ends that nobody had ended, and when Ctrl-C ends all. */
public interface StartListener {

    StartListener SILENT = new StartListener() {};

    default void started(String title, Duration took) {}

    default void ending() {}

    default void died(String name, Path logFile) {}
}
