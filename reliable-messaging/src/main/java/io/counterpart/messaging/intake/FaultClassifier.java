package io.counterpart.messaging.intake;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Distinguishes a data fault, which a retry cannot fix, from a fault of the environment, which is transient. */
public final class FaultClassifier {

    // Exceptions of our own code for unforeseen values: a retry throws them again.
    private static final List<Class<? extends RuntimeException>> OF_THE_CODE = List.of(
            RejectedRecordException.class,
            IllegalArgumentException.class,
            NullPointerException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            ArithmeticException.class,
            DateTimeException.class);

    private FaultClassifier() {}

    /**
     * Whether the same data will fail again: the database rejected a value (SQLSTATE classes 22 and 23, or a program
     * limit, 54) or a rule of the code did.
     */
    public static boolean isOfTheData(Throwable thrown) {
        String state = sqlState(thrown);
        return state == null
                ? OF_THE_CODE.stream().anyMatch(type -> type.isInstance(thrown))
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
