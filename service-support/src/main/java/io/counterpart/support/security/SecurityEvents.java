package io.counterpart.support.security;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The security event log: one line of {@code key=value} pairs for each event, in a category of its own. It contains user
 * names and addresses, but no tokens, passwords or other personal data.
 */
public final class SecurityEvents {

    /** The category, by which a log collector selects the events. */
    public static final String CATEGORY = "counterpart.security";

    private static final Logger log = LoggerFactory.getLogger(CATEGORY);
    private static final int LONGEST = 100;

    private SecurityEvents() {}

    /**
     * Writes an event, within a transaction when it has been committed.
     *
     * @param fields names and values in turn; a null value omits the field
     */
    public static void write(String event, @Nullable Object... fields) {
        String line = line(event, fields);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            log.info(line);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                log.info(line);
            }
        });
    }

    static String line(String event, @Nullable Object... fields) {
        var line = new StringBuilder("event=").append(event);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                line.append(' ').append(fields[i]).append('=').append(quoted(String.valueOf(fields[i + 1])));
            }
        }
        return line.toString();
    }

    // A value must not look like another field or line.
    private static String quoted(String value) {
        String cut = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        if (cut.matches("[\\w.:@/-]+")) {
            return cut;
        }
        return '"' + cut.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?").replaceAll("[\\\\\"]", "'") + '"';
    }
}
