package io.counterpart.messaging.intake;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Tells a fault of the data, which repeating cannot mend, from a fault of the world, which passes. */
public final class Faults {

    private Faults() {}

    /**
     * Whether this very data will fail again: the database refused a value (SQLSTATE classes 22 and 23, or a limit of a
     * program, 54) or a rule of the code did.
     */
    public static boolean isOfTheData(Throwable thrown) {
        String state = sqlState(thrown);
        return state == null
                ? thrown instanceof IllegalArgumentException || thrown instanceof UnbearableRecord
                : state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private static @Nullable String sqlState(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
