package io.counterpart.hq.reference;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.hq.master.DuplicateMode;
import io.counterpart.hq.master.ReferenceData;
import io.counterpart.hq.master.ReferenceDataSource;
import io.counterpart.hq.messaging.MessageJson;

/** Reads the reference data in one statement for every chunk of conversions. */
@Repository
class ReferenceDataRepository implements ReferenceDataSource {

    private static final String READ = """
            select 'group' as kind, name, financial_dimensions as detail from customer_group
            union all select 'affiliation', name, null from affiliation
            union all select 'attribute', name, definition from attribute_definition
            union all select 'duplicates', mode, null from duplicate_policy
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;

    ReferenceDataRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @SuppressWarnings("unchecked") // The column contains a JSON object.
    public ReferenceData read() {
        var groups = new HashMap<String, Map<String, Object>>();
        var affiliations = new HashSet<String>();
        var attributes = new HashMap<String, AttributeDefinition>();
        var duplicates = EnumSet.noneOf(DuplicateMode.class);
        jdbc.sql(READ).query(row -> {
            String name = row.getString("name");
            switch (row.getString("kind")) {
                case "group" -> groups.put(name, json.read(row.getString("detail"), Map.class));
                case "affiliation" -> affiliations.add(name);
                case "duplicates" -> duplicates.add(DuplicateMode.valueOf(name));
                default -> attributes.put(name, json.read(row.getString("detail"), AttributeDefinition.class));
            }
        });
        return new ReferenceData(
                groups,
                affiliations,
                attributes,
                duplicates.isEmpty() ? DuplicateMode.OFF : duplicates.iterator().next());
    }
}
