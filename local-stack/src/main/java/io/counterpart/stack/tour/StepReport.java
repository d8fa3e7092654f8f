package io.counterpart.stack.tour;

import java.io.PrintStream;
import java.time.Duration;

import io.counterpart.stack.client.HttpResult;

/** Prints the requests and responses of a step, shortened to the relevant parts. */
final class StepReport {

    private static final int WIDTH = 150;

    private final PrintStream out;

    StepReport(PrintStream out) {
        this.out = out;
    }

    void sent(String what) {
        out.println("    → " + shortened(what));
    }

    void received(HttpResult answer, String matters) {
        out.println("    ← %d  %s  (%s)".formatted(answer.status(), shortened(matters), millis(answer.took())));
    }

    void seen(String what) {
        out.println("    · " + shortened(what));
    }

    static String millis(Duration duration) {
        return "%d ms".formatted(duration.toMillis());
    }

    private static String shortened(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    }
}
