package io.counterpart.command;

import java.io.Console;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error, at a terminal only: in a log it would be noise. */
final class Progress implements AutoCloseable {

    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** A negative number of steps is an unknown one. */
    static Progress of(String task, long steps, boolean quiet) {
        return of(task, steps, quiet, "", 1);
    }

    /** Of a file; a negative number of bytes is an unknown one. */
    static Progress ofBytes(String task, long bytes, boolean quiet) {
        return of(task, bytes, quiet, " MB", BYTES_PER_MEGABYTE);
    }

    private static Progress of(String task, long steps, boolean quiet, String unit, long size) {
        if (quiet || !isTerminal()) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setUnit(unit, size)
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build());
    }

    // Until JDK 21 there is a console at a terminal only; later ones have to be asked.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    void at(long done, long of) {
        if (bar != null) {
            bar.maxHint(of).stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
