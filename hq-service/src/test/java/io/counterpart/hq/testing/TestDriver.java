package io.counterpart.hq.testing;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.numbering.NumberGate;
import io.counterpart.hq.security.TokenGenerator;
import io.counterpart.hq.sender.SenderService;

/**
 * Reads and changes the database as the owner of its tables, and stages records, on behalf of tests: the rights of the
 * service do not suffice to empty tables or to change them.
 */
@TestComponent
public class TestDriver {

    private static final String TABLES = """
            async_operation, open_operation, skipped_operation, operation_attempt, retailasynccustomerv2,
            retailasyncaddressv2,
            retailasynccustomercontact, retailasynccustomeraffiliation, retailasynccustomerattributev2, customer,
            customer_alias, customer_address, customer_contact, distribution_log, configuration_log, number_sequence, customer_group,
            affiliation, attribute_definition, device_token, clerk, clerk_channel, channel, channel_database, channel_database_group,
            functionality_profile, upload_session, download_session, channel_heartbeat, sales_order, loyalty_card,
            audit_entry, resend, operation_edit, channel_restore, channel_database_identity, realtime_operation, pending_customer,
            recovery, recovery_report, recovery_customer, database_identity, channel_former_database, dead_letter_retry,
            alert, alert_delivery, alert_destination, saved_view, list_preference, statistics_sample, till,
            duplicate_pair, duplicate_group, duplicate_key, duplicate_scan_customer,
            customer_import, customer_import_chunk, customer_import_key, customer_import_problem,
            consent_change, audit_erasure, customer_note, customer_merge, customer_number_alias
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;
    private final ApplicationContext context;

    TestDriver(Environment environment, MessageJson json, ApplicationContext context) {
        this.context = context;
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password")));
        this.json = json;
    }

    // Jobs of the context read and write these tables meanwhile: PostgreSQL may end one of two that wait for each
    // other.
    private void truncate() {
        for (int attempt = 1; ; attempt++) {
            try {
                jdbc.sql("truncate " + TABLES).update();
                return;
            } catch (PessimisticLockingFailureException e) {
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }

    /** Deletes all data and sets up account numbers. */
    public void clear() {
        truncate();
        jdbc.sql("update batch_job set held = false").update();
        forget();
        jdbc.sql("update feature set enabled = mandatory").update();
        jdbc.sql("update duplicate_policy set mode = 'OFF'").update();
        jdbc.sql("update alert_settings set settings = '{}'").update();
        jdbc.sql("""
                        update duplicate_scan
                        set after_customer = null, customers = 0, batches = 0, due_at = now(), completed_at = null
                        """).update();
        jdbc.sql("update alert_evaluation set owner = null, owned_until = null").update();
        jdbc.sql("""
                        insert into number_sequence (name, format, next_number, last_number)
                        values ('sales-order', 'SO-{0000001}', 1, 999999), ('loyalty-card', 'LC-{0000001}', 1, 999999)
                        """).update();
        numbersUpTo(999_999);
        senders();
    }

    // HQ takes operations of channels that it knows, without showing these on the pages.
    private void senders() {
        sender("HARBOR", "harbor");
        sender("STATION", "harbor");
        sender("ONLINE", "online");
    }

    /** Lets HQ take records of this channel from this channel database. */
    public void sender(String channel, String channelDatabase) {
        jdbc.sql("insert into channel_former_database values (:channel, :database)")
                .param("channel", channel)
                .param("database", channelDatabase)
                .update();
        // HQ may know the senders of a moment ago.
        ReflectionTestUtils.setField(context.getBean(SenderService.class), "cached", null);
    }

    public void numbersUpTo(long last) {
        jdbc.sql("delete from number_sequence where name = 'customer'").update();
        jdbc.sql("""
                        insert into number_sequence (name, format, next_number, last_number)
                        values ('customer', 'C-{0000001}', 1, :last)
                        """).param("last", last).update();
    }

    public void hold(String job, boolean held) {
        jdbc.sql("update batch_job set held = :held where job = :job")
                .param("held", held)
                .param("job", job)
                .update();
        forget();
    }

    // Cached job settings may be a quarter of a second old.
    private void forget() {
        ReflectionTestUtils.invokeMethod(context.getBean(BatchJobSettings.class), "forget");
        ReflectionTestUtils.invokeMethod(context.getBean(NumberGate.class), "forget");
    }

    /** Stages operations as if Kafka had delivered them in one poll. */
    public void stage(List<CustomerOperation> operations) {
        stageRecords(records(operations));
    }

    public void stageRecords(List<ConsumerRecord<String, byte[]>> records) {
        // Reflection, because listeners are package-private.
        ReflectionTestUtils.invokeMethod(context.getBean("PJobListener"), "on", records);
    }

    public List<ConsumerRecord<String, byte[]>> records(List<CustomerOperation> operations) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (CustomerOperation operation : operations) {
            records.add(record(operation.asyncCustomerId().toString(), json.write(operation), records.size()));
        }
        return records;
    }

    public static ConsumerRecord<String, byte[]> record(String key, String value, long offset) {
        return new ConsumerRecord<>(Topics.P_0001, 0, offset, key, value.getBytes(StandardCharsets.UTF_8));
    }

    public long count(String table) {
        return number("select count(*) from " + table);
    }

    public long number(String sql) {
        Long number = jdbc.sql(sql).query(Long.class).single();
        return number == null ? 0 : number;
    }

    public List<Long> numbers(String sql) {
        return jdbc.sql(sql).query(Long.class).list();
    }

    public List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    public String accountNumber(UUID customer) {
        return texts("select account_number from customer where async_customer_id = '" + customer + "'")
                .get(0);
    }

    public void jdbcUpdate(String sql) {
        jdbc.sql(sql).update();
    }

    /** Makes the database reject this customer, like a value that no rule covers. */
    public void breakCustomer(UUID customer) {
        jdbcUpdate("alter table customer add constraint customer_broken check (async_customer_id <> '%s')"
                .formatted(customer));
    }

    public void repairCustomers() {
        jdbcUpdate("alter table customer drop constraint customer_broken");
    }

    /** Changes a value in the first operation of a customer, like an operator's edit. */
    public void repairPayload(UUID customer, String path, String value) {
        jdbcUpdate("""
                update async_operation set payload = jsonb_set(payload::jsonb, '%s', '%s')::json
                where async_customer_id = '%s' and operation_number = 1
                """.formatted(path, value, customer));
    }

    /** Creates two stores on harbor and one online store, without publishing them. */
    public void channels() {
        jdbcUpdate("insert into functionality_profile (id, name) values ('stores', 'Stores'), ('online', 'Online')");
        jdbcUpdate("insert into channel_database_group (name) values ('default')");
        jdbcUpdate("insert into channel_database values ('harbor', 'default'), ('online', 'default')");
        jdbcUpdate("""
                insert into channel (channel, name, type, channel_database, functionality_profile, operating_unit)
                select name, name, type, database, profile,
                  '{"name": "Harbor", "country": "USA", "currencyCode": "USD", "language": "en-US"}'::jsonb
                from (values ('HARBOR', 'STORE', 'harbor', 'stores'), ('STATION', 'STORE', 'harbor', 'stores'),
                  ('ONLINE', 'ONLINE_STORE', 'online', 'online')) as it (name, type, database, profile)
                """);
    }

    /** An authorization header with a token of this role. */
    public String bearer(TokenRole role, @Nullable String channelDatabase) {
        String token = TokenGenerator.fresh();
        token(token, role, channelDatabase);
        return "Bearer " + token;
    }

    public void token(String token, TokenRole role, @Nullable String channelDatabase) {
        jdbc.sql("insert into device_token (sha256, device, role, channel_database) values (:hash, 'test', :role, :db)")
                .param("hash", TokenGenerator.sha256(token))
                .param("role", role.name())
                .param("db", channelDatabase)
                .update();
    }

    public String json(Object value) {
        return json.write(value);
    }

    /** The payloads published to a topic, oldest first. */
    public List<String> publishedTo(String topic) {
        return texts("""
                select payload from (select * from configuration_log union all select * from distribution_log) as log
                where aggregatetype = '%s' order by replication_counter
                """.formatted(topic));
    }

    /** Runs Synchronize until nothing is due. */
    public void synchronize() {
        Runnable nothing = () -> {};
        ReflectionTestUtils.invokeMethod(context.getBean("synchronizationJob"), "run", nothing);
    }

    public JsonNode tree(MvcTestResult answer) {
        try {
            return json.tree(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
