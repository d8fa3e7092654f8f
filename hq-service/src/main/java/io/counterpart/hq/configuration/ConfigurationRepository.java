package io.counterpart.hq.configuration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;
import io.counterpart.contract.configuration.ChannelClerk;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.ChannelToken;
import io.counterpart.contract.configuration.ChannelType;
import io.counterpart.contract.configuration.DefaultCustomer;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.MandatoryField;
import io.counterpart.contract.configuration.OperatingUnit;
import io.counterpart.contract.configuration.OrderMode;
import io.counterpart.contract.configuration.TillSection;
import io.counterpart.hq.messaging.MessageJson;

/** Reads the configuration tables in the form that the channels receive. */
@Repository
class ConfigurationRepository {

    private static final String CHANNELS = """
            select nextval('configuration_version') as version, channel.channel, channel.name, channel.type,
              channel.channel_database, channel.operating_unit, profile.id as profile, profile.name as profile_name,
              create_customers_in_async_mode, create_orders_in_async_mode, send_orders_at_once, primary_address_required,
              hidden_till_sections, mandatory_fields, filter_shared_customer_data_tables,
              customer.account_number, customer.type as customer_type, customer_group, currency_code, language,
              receipt_option, affiliations
            from channel
            join functionality_profile as profile on profile.id = channel.functionality_profile
            join channel_database on channel_database.name = channel.channel_database
            join channel_database_group on channel_database_group.name = channel_database.channel_database_group
            left join customer on customer.account_number = channel.default_customer
            where channel.channel = any(:channels)
            order by channel.channel
            """;

    private static final String OF_GROUP = """
            select channel from channel
            join channel_database on channel_database.name = channel.channel_database
            where channel_database_group = :name
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;
    private final ChannelTokenRepository tokens;
    private final ChannelClerkRepository clerks;

    ConfigurationRepository(
            JdbcClient jdbc, MessageJson json, ChannelTokenRepository tokens, ChannelClerkRepository clerks) {
        this.jdbc = jdbc;
        this.json = json;
        this.tokens = tokens;
        this.clerks = clerks;
    }

    long nextVersion() {
        return jdbc.sql("select nextval('configuration_version')")
                .query(Long.class)
                .single();
    }

    List<ChannelConfiguration> channels(Collection<String> channels) {
        String[] names = channels.toArray(String[]::new);
        Map<String, List<ChannelToken>> valid = tokens.of(names);
        Map<String, List<ChannelClerk>> working = clerks.activeIn(names);
        return jdbc.sql(CHANNELS)
                .param("channels", names)
                .query((row, n) -> {
                    String name = row.getString("channel");
                    return channel(row, valid.getOrDefault(name, List.of()), working.getOrDefault(name, List.of()));
                })
                .list();
    }

    List<String> all() {
        return names("select channel from channel where :name is not null order by channel", "");
    }

    List<String> ofProfile(String id) {
        return names("select channel from channel where functionality_profile = :name", id);
    }

    List<String> ofGroup(String name) {
        return names(OF_GROUP, name);
    }

    List<String> ofDefaultCustomers(Collection<String> accountNumbers) {
        return jdbc.sql("select channel from channel where default_customer = any(:numbers)")
                .param("numbers", accountNumbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    Optional<String> databaseOf(String channel) {
        return names("select channel_database from channel where channel = :name", channel).stream()
                .findFirst();
    }

    List<String> channelDatabases() {
        return names("select name from channel_database where :name is not null order by name", "");
    }

    boolean hasDatabase(@Nullable String name) {
        return channelDatabases().contains(name);
    }

    boolean hasProfile(@Nullable String id) {
        String sql = "select id from functionality_profile where id = :name";
        return !names(sql, id).isEmpty();
    }

    boolean hasCustomer(String accountNumber) {
        return !names("select account_number from customer where account_number = :name", accountNumber)
                .isEmpty();
    }

    private List<String> names(String sql, @Nullable String name) {
        return jdbc.sql(sql).param("name", name).query(String.class).list();
    }

    private ChannelConfiguration channel(ResultSet row, List<ChannelToken> tokens, List<ChannelClerk> clerks)
            throws SQLException {
        return new ChannelConfiguration(
                ChannelConfiguration.SCHEMA_VERSION,
                row.getLong("version"),
                row.getString("channel"),
                row.getString("name"),
                ChannelType.valueOf(row.getString("type")),
                row.getString("channel_database"),
                FunctionalityProfile.of(
                        row.getString("profile"),
                        row.getString("profile_name"),
                        row.getBoolean("create_customers_in_async_mode"),
                        orders(row),
                        row.getBoolean("primary_address_required"),
                        TillSection.allBut(names(row, "hidden_till_sections")),
                        MandatoryField.named(names(row, "mandatory_fields"))),
                defaultCustomer(row),
                json.read(row.getString("operating_unit"), OperatingUnit.class),
                row.getBoolean("filter_shared_customer_data_tables"),
                tokens,
                clerks);
    }

    private static OrderMode orders(ResultSet row) throws SQLException {
        if (!row.getBoolean("create_orders_in_async_mode")) {
            return OrderMode.SYNC;
        }
        return row.getBoolean("send_orders_at_once") ? OrderMode.ASYNC_AT_ONCE : OrderMode.ASYNC;
    }

    private static @Nullable DefaultCustomer defaultCustomer(ResultSet row) throws SQLException {
        String number = row.getString("account_number");
        String receipt = row.getString("receipt_option");
        return number == null
                ? null
                : new DefaultCustomer(
                        number,
                        CustomerType.valueOf(row.getString("customer_type")),
                        row.getString("customer_group"),
                        row.getString("currency_code"),
                        row.getString("language"),
                        receipt == null ? null : ReceiptOption.valueOf(receipt),
                        names(row, "affiliations"));
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
