package io.counterpart.hq.deadletter;

import io.counterpart.hq.testing.TestDriver;

/** Stores dead letters as if they had arrived. */
final class DeadLetterFixtures {

    static final String P_0001 = "cdx.p-0001";
    static final String WRONG_SIGNATURE = "Refused: The signature is wrong";

    private DeadLetterFixtures() {}

    /** The keys are numbers in the order of the IDs. */
    static void add(TestDriver work, String topic, String reason, int letters) {
        work.jdbcUpdate("""
                insert into dead_letter (topic, partition, position, key, value, reason, arrived_at)
                select '%1$s', 0, last + n, (last + n)::text,
                  convert_to('{"channelDatabase": "harbor", "channel": "HARBOR"}', 'UTF8'), '%2$s', now() - interval '1 hour'
                from (select coalesce(max(position), 0) as last from dead_letter) as stored, generate_series(1, %3$d) as n
                order by n
                """.formatted(topic, reason, letters));
    }

    static void clear(TestDriver work) {
        work.jdbcUpdate("truncate dead_letter, dead_letter_retry, audit_entry");
    }
}
