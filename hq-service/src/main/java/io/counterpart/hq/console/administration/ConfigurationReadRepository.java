package io.counterpart.hq.console.administration;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The configuration as the pages show it. */
@Repository
class ConfigurationReadRepository {

    private static final String CHANNELS = """
            select c.channel, c.name, c.type, c.channel_database, c.functionality_profile, c.default_customer,
              c.operating_unit::text operating_unit, c.version, p.create_customers_in_async_mode async,
              (select receipt_email is not null from customer where account_number = c.default_customer) template_has_email
            from channel c join functionality_profile p on p.id = c.functionality_profile
            """;

    private static final String DATABASES = """
            select d.name, d.channel_database_group, h.at last_contact,
              coalesce((h.report ->> 'globalVersion')::bigint, 0) global_version,
              coalesce((select string_agg(c.channel, ', ' order by c.channel) from channel c where c.channel_database = d.name), '') channels
            from channel_database d left join channel_heartbeat h on h.channel_database = d.name order by 1
            """;

    private static final String TOKENS = """
            select sha256, device, role, channel, channel_database, expires_at, created_at,
              coalesce(expires_at < now(), false) expired
            from device_token order by device
            """;

    private final JdbcClient jdbc;

    ConfigurationReadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProfileRow> profiles() {
        return jdbc.sql("""
                select id, name, create_customers_in_async_mode async_customers, create_orders_in_async_mode async_orders, version,
                  coalesce((select string_agg(channel, ', ' order by channel) from channel where functionality_profile = id), '') channels
                from functionality_profile order by id
                """).query(ProfileRow.class).list();
    }

    List<ChannelRow> channels() {
        return jdbc.sql(CHANNELS + "order by c.channel").query(ChannelRow.class).list();
    }

    List<ChannelRow> channel(String channel) {
        return jdbc.sql(CHANNELS + "where c.channel = :channel")
                .param("channel", channel)
                .query(ChannelRow.class)
                .list();
    }

    List<GroupRow> groups() {
        return jdbc.sql(
                        "select name, filter_shared_customer_data_tables as filter, version from channel_database_group order by 1")
                .query(GroupRow.class)
                .list();
    }

    List<DatabaseRow> databases() {
        return jdbc.sql(DATABASES).query(DatabaseRow.class).list();
    }

    /** Name, description and detail (dimensions or definition, in JSON) of one of three small tables. */
    List<NamedRow> customerGroups() {
        return jdbc.sql(
                        "select name, description, financial_dimensions::text detail, version from customer_group order by 1")
                .query(NamedRow.class)
                .list();
    }

    List<NamedRow> affiliations() {
        return jdbc.sql("select name, description, null::text detail, version from affiliation order by 1")
                .query(NamedRow.class)
                .list();
    }

    List<NamedRow> attributes() {
        return jdbc.sql(
                        "select name, '' description, definition::text detail, version from attribute_definition order by 1")
                .query(NamedRow.class)
                .list();
    }

    List<TokenRow> tokens() {
        return jdbc.sql(TOKENS).query(TokenRow.class).list();
    }

    /** A functionality profile. */
    record ProfileRow(
            String id, String name, boolean asyncCustomers, boolean asyncOrders, long version, String channels) {}

    /** A channel. */
    record ChannelRow(
            String channel,
            String name,
            String type,
            String channelDatabase,
            String functionalityProfile,
            @Nullable String defaultCustomer,
            String operatingUnit,
            long version,
            boolean async,
            @Nullable Boolean templateHasEmail) {}

    /** A channel database group. */
    record GroupRow(String name, boolean filter, long version) {}

    /** A channel database and what it runs. */
    record DatabaseRow(
            String name,
            String channelDatabaseGroup,
            @Nullable Instant lastContact,
            long globalVersion,
            String channels) {}

    /** Something with a name. */
    record NamedRow(
            String name, String description, @Nullable String detail, long version) {}

    /** A token, of which only the hash is known. */
    record TokenRow(
            String sha256,
            String device,
            String role,
            @Nullable String channel,
            @Nullable String channelDatabase,
            @Nullable Instant expiresAt,
            Instant createdAt,
            boolean expired) {}
}
