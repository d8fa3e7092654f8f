package io.counterpart.channel.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A page of search results.
 *
 * @param headquarters only if HQ was to be searched
 */
record SearchPage(
        List<SearchHit> items,
        @Nullable String nextCursor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HeadquartersNote headquarters) {

    /** Whether the results include customers of HQ. */
    record HeadquartersNote(boolean asked, String detail) {

        static final HeadquartersNote ASKED =
                new HeadquartersNote(true, "The results include customers of headquarters.");
        static final HeadquartersNote UNREACHABLE = new HeadquartersNote(
                false, "Headquarters is unavailable. The results contain customers of this channel only.");

        static HeadquartersNote refused(String reason) {
            return new HeadquartersNote(false, "Headquarters was not searched: " + reason);
        }
    }
}
