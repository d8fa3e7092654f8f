package io.counterpart.stack;

import java.nio.file.Path;
import java.time.Duration;

/** Is told how the start goes, and when a process ends that nobody had ended. */
public interface StartListener {

    StartListener SILENT = new StartListener() {};

    default void started(String title, Duration took) {}

    default void died(String name, Path logFile) {}
}
