package io.counterpart.hq.customer;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What came of applying an operation to a customer. */
public sealed interface Application {

    /**
     * The operation took effect, or what is left of it after later edits of others did.
     *
     * @param overridden the fields of which one of two edits had to give way
     */
    record Applied(MasterCustomer customer, List<Overridden> overridden) implements Application {}

    /** It took effect before. */
    record AlreadyApplied() implements Application {}

    /** An earlier operation of the same channel database, or the creation, has yet to come. */
    record TooEarly() implements Application {}

    /**
     * It cannot take effect as it is; a person has to mend it.
     *
     * @param field the JSON name of the field that is to blame, where it is one
     */
    record Refused(String code, String words, @Nullable String field) implements Application {

        public Refused(String code, String words) {
            this(code, words, null);
        }
    }
}
