package io.counterpart.messaging.intake;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Tells a fault of the data, which repeating cannot mend, from a fault of the world, which passes. */
public final class FaultClassifier {

    // What our own code throws at a value that it did not foresee: the next try throws it again.
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
     * Whether this very data will fail again: the database refused a value (SQLSTATE classes 22 and 23, or a limit of a
     * program, 54) or a rule of the code did.
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
