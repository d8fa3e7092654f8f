package io.counterpart.contract.configuration;

import java.util.List;

/**
 * What holds for every channel (job 1110).
 *
 * @param version grows with every change; a reader takes only a higher one than it has
 * @param enabledFeatures names as in the API, for example {@code async-customer-editing}
 */
public record GlobalConfiguration(
        int schemaVersion,
        long version,
        List<String> enabledFeatures,
        List<Affiliation> affiliations,
        List<AttributeDefinition> attributes,
        List<String> customerGroups) {

    public static final int SCHEMA_VERSION = 1;

    /** A group that customers may belong to. */
    public record Affiliation(String name, String description) {}
}
