package io.counterpart.hq.configuration;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.hq.messaging.MessageJson;

/** Reads the configuration that applies to all channels, and how many channels have applied it. */
@Repository
class GlobalConfigurationRepository {

    private static final String ACTIVE_IN = """
            select count(*) as channels,
              count(*) filter (where (report ->> 'globalVersion')::bigint >= :version) as active
            from channel left join channel_heartbeat using (channel_database)
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;

    GlobalConfigurationRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    GlobalConfiguration read(long version) {
        return new GlobalConfiguration(
                GlobalConfiguration.SCHEMA_VERSION,
                version,
                texts("select name from feature where enabled order by name"),
                jdbc.sql("select name, description from affiliation order by name")
                        .query(GlobalConfiguration.Affiliation.class)
                        .list(),
                attributes(),
                texts("select name from customer_group order by name"));
    }

    ConfigurationReach reach(long version) {
        return jdbc.sql(ACTIVE_IN)
                .param("version", version)
                .query(ConfigurationReach.class)
                .single();
    }

    private List<AttributeDefinition> attributes() {
        return texts("select definition from attribute_definition order by name").stream()
                .map(definition -> json.read(definition, AttributeDefinition.class))
                .toList();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /** The number of channels that applied a version, and of all channels. */
    public record ConfigurationReach(int channels, int active) {}
}
