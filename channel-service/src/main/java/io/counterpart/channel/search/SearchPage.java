package io.counterpart.channel.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.counterpart.channel.customer.CustomerView;

/**
 * What was found.
 *
 * @param headquarters only when HQ was to be asked
 */
record SearchPage(
        List<CustomerView> items,
        @Nullable String nextCursor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HeadquartersNote headquarters) {

    /** Whether the answer knows what HQ knows. */
    record HeadquartersNote(boolean asked, String detail) {

        static final HeadquartersNote ASKED = new HeadquartersNote(true, "Headquarters was asked too.");
        static final HeadquartersNote UNREACHABLE = new HeadquartersNote(
                false, "Headquarters cannot be reached right now; these are the customers that this channel knows.");

        static HeadquartersNote refused(String words) {
            return new HeadquartersNote(false, "Headquarters did not search: " + words);
        }
    }
}
