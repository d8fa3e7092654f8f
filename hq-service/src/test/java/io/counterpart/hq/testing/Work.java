package io.counterpart.hq.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.topics.WireJson;

/** What tests do to the database and the wire. */
@TestComponent
public class Work {

    private static final String TABLES = """
            async_operation, open_operation, operation_attempt, retailasynccustomerv2, retailasyncaddressv2,
            retailasynccustomercontact, retailasynccustomeraffiliation, retailasynccustomerattributev2, customer,
            customer_alias, customer_address, customer_contact, distribution_log, number_sequence, customer_group,
            affiliation, attribute_definition, device_token, channel, channel_database, channel_database_group,
            functionality_profile, upload_session, download_session, channel_heartbeat
            """;

    private final JdbcClient jdbc;
    private final WireJson json;

    Work(JdbcClient jdbc, WireJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empties everything and sets up account numbers. */
    public void clear() {
        jdbc.sql("truncate " + TABLES).update();
        jdbc.sql("update batch_job set held = false").update();
        jdbc.sql("update feature set enabled = mandatory").update();
        numbersUpTo(999_999);
    }

    public void numbersUpTo(long last) {
        jdbc.sql("delete from number_sequence").update();
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
}
