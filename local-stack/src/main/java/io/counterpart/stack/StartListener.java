package io.counterpart.stack;

import java.nio.file.Path;
import java.time.Duration;

/** Notified of the progress of the start, of the unexpected end of a process, and of the shutdown by Ctrl-C. */
interface StartListener {

    StartListener SILENT = new StartListener() {};

    default void started(String title, Duration took) {}

    default void ending() {}

    default void died(String name, Path logFile) {}
}
