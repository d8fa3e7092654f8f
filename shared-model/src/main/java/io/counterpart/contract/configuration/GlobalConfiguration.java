package io.counterpart.contract.configuration;

import java.util.List;

/**
 * The configuration that applies to every channel (job 1110).
 *
 * @param version grows with every change; a reader applies only a higher version than its own
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
