package io.counterpart.testsupport.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Collects what is logged as an error in this JVM. */
public final class ErrorLog implements AutoCloseable {

    private static final int SHOWN = 2_500;

    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> appender;

    /**
     * Begins to collect.
     *
     * @param expected the loggers whose errors belong to the test
     */
    public ErrorLog(Predicate<String> expected) {
        appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.ERROR) && !expected.test(event.getLoggerName())) {
                    events.add(shown(event));
                }
            }
        };
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    private static String shown(ILoggingEvent event) {
        String trace =
                event.getThrowableProxy() == null ? "" : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
        String all = event.getLoggerName() + ": " + event.getFormattedMessage() + trace;
        return all.substring(0, Math.min(SHOWN, all.length()));
    }

    /** What was logged since the last call. */
    public List<String> drain() {
        var drained = new ArrayList<String>();
        for (String event = events.poll(); event != null; event = events.poll()) {
            drained.add(event);
        }
        return drained;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
    }
}
