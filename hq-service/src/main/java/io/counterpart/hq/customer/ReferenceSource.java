package io.counterpart.hq.customer;

/** Where the groups, affiliations and attribute definitions come from. */
public interface ReferenceSource {

    /** All of them as they are now, in one statement. */
    ReferenceData read();
}
