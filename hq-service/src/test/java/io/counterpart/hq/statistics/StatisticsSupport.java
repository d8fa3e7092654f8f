package io.counterpart.hq.statistics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests that sample operations, which take place at a time of the past that the test determines. */
abstract class StatisticsSupport {

    static final Instant TEN = Instant.parse("2020-01-01T10:00:00Z");

    @Autowired
    SamplingService sampling;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
    }

    /** Stages and converts operations at this time; customers were created two seconds before. */
    void convertAt(Instant at, CustomerOperation... operations) {
        work.stage(List.of(operations));
        work.synchronize();
        took(at);
    }

    /** What was done a moment ago was done at this time. */
    void took(Instant at) {
        work.jdbcUpdate("""
                update async_operation set staged_at = '%1$s' where staged_at > now() - interval '1 hour';
                update operation_attempt set at = '%1$s' where at > now() - interval '1 hour';
                update customer set converted_at = '%1$s', created_at = timestamptz '%1$s' - interval '2 seconds'
                where converted_at > now() - interval '1 hour'
                """.formatted(at));
    }

    void heartbeat(String channelDatabase, int pendingCustomers) {
        work.jdbcUpdate("""
                insert into channel_heartbeat values ('%s', now(), jsonb_build_object('pendingCustomers', %d))
                """.formatted(channelDatabase, pendingCustomers));
    }

    /** Samples as at five seconds past the minute that this time begins. */
    boolean sampleAt(Instant minute) {
        return sampling.sample(minute.plusSeconds(5));
    }

    static Instant ten(int minutes) {
        return TEN.plusSeconds(60L * minutes);
    }

    static CustomerOperation withoutName() {
        return OperationFixtures.creation(
                UUID.randomUUID(), OperationFixtures.profile(null, null, "ann@example.com"), null);
    }

    /** Time, channel database, staged, applied, failed, open, failed operations and pending customers of each sample. */
    List<String> samples(String length) {
        return work.texts("""
                select to_char(at at time zone 'UTC', 'HH24:MI') || ' '
                  || concat_ws(' ', case channel_database when '' then 'all' else channel_database end, staged,
                    coalesce(applied::text, '-'), failed, coalesce(open_operations::text, '-'),
                    coalesce(failed_operations::text, '-'), coalesce(pending_customers::text, '-'))
                from statistics_sample where length = '%s' order by at, channel_database
                """.formatted(length));
    }
}
