package io.counterpart.hq.channel;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.configuration.MandatoryField;
import io.counterpart.contract.configuration.TillSection;

/** Reads channels, their databases and functionality profiles for the pages. */
@Repository
class ChannelReadRepository {

    private static final String CHANNELS = """
            select c.channel, c.name, c.type, c.channel_database, c.functionality_profile, c.default_customer,
              c.operating_unit::text operating_unit, c.storefront_access, c.version, p.create_customers_in_async_mode async,
              (select receipt_email is not null from customer where account_number = c.default_customer) template_has_email
            from channel c join functionality_profile p on p.id = c.functionality_profile
            """;

    private static final String DATABASES = """
            select d.name, d.channel_database_group, h.at last_contact,
              coalesce((h.report ->> 'globalVersion')::bigint, 0) global_version,
              h.report ->> 'serviceVersion' service_version,
              coalesce((select string_agg(c.channel, ', ' order by c.channel) from channel c where c.channel_database = d.name), '') channels
            from channel_database d left join channel_heartbeat h on h.channel_database = d.name
            where strpos(lower(d.name), lower(:text)) > 0
            order by 1
            """;

    // Every text contains the empty one.
    private static final String MATCHING =
            "where strpos(lower(c.channel), lower(:text)) > 0 or strpos(lower(c.name), lower(:text)) > 0 ";

    private static final String FIND_CHANNELS = """
            select c.channel as id, c.name, count(*) over () as matches from channel c %s order by c.channel limit :limit
            """.formatted(MATCHING);

    private static final String FIND_DATABASES = """
            select name as id, channel_database_group as name, count(*) over () as matches from channel_database
            where strpos(lower(name), lower(:text)) > 0 order by name limit :limit
            """;

    private final JdbcClient jdbc;

    ChannelReadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProfileRow> profiles() {
        return jdbc.sql("""
                select id, name, create_customers_in_async_mode async_customers, case when not create_orders_in_async_mode then 'SYNC'
                    when send_orders_at_once then 'ASYNC_AT_ONCE' else 'ASYNC' end order_mode,
                  primary_address_required primary_address, array_to_string(hidden_till_sections, ',') hidden_sections,
                  array_to_string(mandatory_fields, ',') mandatory_fields, version,
                  coalesce((select string_agg(channel, ', ' order by channel) from channel where functionality_profile = id), '') channels
                from functionality_profile order by id
                """).query(ProfileRow.class).list();
    }

    List<ChannelRow> channels() {
        return channelsWith("");
    }

    /** The channels whose ID or name contains this text. */
    List<ChannelRow> channelsWith(String text) {
        return jdbc.sql(CHANNELS + MATCHING + "order by c.channel")
                .param("text", text)
                .query(ChannelRow.class)
                .list();
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
        return databasesWith("");
    }

    /** The channel databases whose name contains this text. */
    List<DatabaseRow> databasesWith(String text) {
        return jdbc.sql(DATABASES).param("text", text).query(DatabaseRow.class).list();
    }

    /** The first of {@link #channelsWith}. */
    List<ChannelMatch> findChannels(String text, int limit) {
        return find(FIND_CHANNELS, text, limit);
    }

    /** The first of {@link #databasesWith}. */
    List<ChannelMatch> findDatabases(String text, int limit) {
        return find(FIND_DATABASES, text, limit);
    }

    private List<ChannelMatch> find(String sql, String text, int limit) {
        return jdbc.sql(sql)
                .param("text", text)
                .param("limit", limit)
                .query(ChannelMatch.class)
                .list();
    }

    /** A functionality profile. */
    record ProfileRow(
            String id,
            String name,
            boolean asyncCustomers,
            String orderMode,
            boolean primaryAddress,
            String hiddenSections,
            String mandatoryFields,
            long version,
            String channels) {

        public boolean shows(TillSection section) {
            return !List.of(hiddenSections.split(",", -1)).contains(section.name());
        }

        public boolean requires(MandatoryField field) {
            return List.of(mandatoryFields.split(",", -1)).contains(field.name());
        }
    }

    /** A channel. */
    record ChannelRow(
            String channel,
            String name,
            String type,
            String channelDatabase,
            String functionalityProfile,
            @Nullable String defaultCustomer,
            String operatingUnit,
            String storefrontAccess,
            long version,
            boolean async,
            @Nullable Boolean templateHasEmail) {}

    /** A channel database group. */
    record GroupRow(String name, boolean filter, long version) {}

    /** A channel database and its applied configuration. */
    record DatabaseRow(
            String name,
            String channelDatabaseGroup,
            @Nullable Instant lastContact,
            long globalVersion,
            @Nullable String serviceVersion,
            String channels) {}
}
