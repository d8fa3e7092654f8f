package io.counterpart.hq.master;

/** Where the groups, affiliations and attribute definitions come from. */
public interface ReferenceDataSource {

    /** All of them as they are now, in one statement. */
    ReferenceData read();
}
