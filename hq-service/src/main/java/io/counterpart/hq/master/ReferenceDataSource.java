package io.counterpart.hq.master;

/** Reads groups, affiliations and attribute definitions. */
public interface ReferenceDataSource {

    /** Reads all current reference data in one statement. */
    ReferenceData read();
}
