package io.counterpart.hq.purge;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A staged operation is purged only after it was applied and its result published to the channels. */
class PurgeIT extends PurgeSupport {

    private static final Instant OLD = NOW.minus(Duration.ofDays(91));
    private static final Instant YOUNG = NOW.minus(Duration.ofDays(89));

    @Test
    void forgetsAnOldOperationThatTookEffectWithItsStagingRows() {
        operation(customer("C1", 1), 1, OLD);

        assertThat(purge.run()).isEqualTo(1);
        assertThat(count("async_operation")).isZero();
        assertThat(count("retailasynccustomerv2")).isZero();
    }

    @Test
    void forgetsResendsThatWereFinishedLongAgoAndKeepsOneThatGoesOn() {
        jdbc.sql("""
                        insert into resend (id, channel_database, requested_by, requested_at, finished_at)
                        select gen_random_uuid(), 'harbor', 'somebody', :old, case when n < 8 then cast(:old as timestamptz) end
                        from generate_series(1, 8) n
                        """).param("old", Timestamp.from(OLD)).update();

        purge.run();

        assertThat(count("resend")).isEqualTo(1);
    }

    @Test
    void forgetsTillsThatAreSilentOrRevoked() {
        jdbc.sql("""
                        insert into functionality_profile (id, name) values ('stores', 'Stores');
                        insert into channel_database_group (name) values ('all');
                        insert into channel_database values ('harbor', 'all');
                        insert into channel (channel, name, type, channel_database, functionality_profile, operating_unit)
                        values ('HARBOR', 'Harbor', 'STORE', 'harbor', 'stores', '{}');
                        insert into device_token (sha256, device, role, channel)
                        values ('1', 'silent', 'TILL', 'HARBOR'), ('2', 'present', 'TILL', 'HARBOR')
                        """).update();
        jdbc.sql("""
                        insert into till (channel, device, channel_database, version, heard_at, clock_skew_seconds, unsent, refused)
                        select 'HARBOR', device, 'harbor', '1', cast(:now as timestamptz) - age, 0, 0, 0
                        from (values ('silent', interval '31 days'), ('present', interval '29 days'),
                          ('revoked', interval '1 day')) as it (device, age)
                        """).param("now", Timestamp.from(NOW)).update();

        purge.run();

        assertThat(jdbc.sql("select device from till").query(String.class).list())
                .containsExactly("present");
    }

    @Test
    void purgesOnlySettledDeadLetters() {
        jdbc.sql("""
                        insert into dead_letter (topic, partition, position, reason, arrived_at, settled_at)
                        select 'cdx.p-0001.dlt', 0, n, 'unreadable', :old, case when n < 8 then cast(:old as timestamptz) end
                        from generate_series(1, 8) n
                        """).param("old", Timestamp.from(OLD)).update();

        purge.run();

        assertThat(count("dead_letter")).isEqualTo(1);
    }

    @Test
    void keepsAlertsThatFireHoweverOldWithTheirMessages() {
        jdbc.sql("""
                        insert into alert (rule, subject, level, title, page, since, fired_at, recovered_at)
                        select 'JOB_FAILED', n::text, 'bad', 'Failed', '/', :old, :old,
                          case when n < 8 then cast(:old as timestamptz) end
                        from generate_series(1, 8) n
                        """).param("old", Timestamp.from(OLD)).update();
        // A message of each alert is not finished; one of the alert that fires is.
        jdbc.sql("""
                        insert into alert_delivery (id, alert_id, address, kind, message, created_at, next_attempt_at,
                          finished_at)
                        select gen_random_uuid(), alert.id, 'a', 'FIRED', '{}', :old, :old,
                          case when n = 2 then cast(:old as timestamptz) end
                        from alert, generate_series(1, 2) n
                        where n = 1 or alert.recovered_at is null
                        """).param("old", Timestamp.from(OLD)).update();

        purge.run();

        assertThat(count("alert")).isEqualTo(1);
        assertThat(count("alert_delivery")).isEqualTo(1);
    }

    @Test
    void keepsWhoChangedWhatForTwoYears() {
        jdbc.sql("""
                        insert into audit_entry (at, actor, action, subject)
                        select at, 'somebody', 'resend', 'harbor' from unnest(:times::timestamptz[]) as at
                        """)
                .param("times", new String[] {
                    NOW.minus(Duration.ofDays(729)).toString(),
                    NOW.minus(Duration.ofDays(731)).toString(),
                    NOW.minus(Duration.ofDays(800)).toString()
                })
                .update();

        purge.run();

        assertThat(count("audit_entry")).isEqualTo(1);
    }

    @Test
    void keepsSamplesOfMinutesForTwoDaysAndOfHoursForThirteenMonths() {
        jdbc.sql("""
                        insert into statistics_sample (length, channel_database, at, staged, failed)
                        select length, 'harbor', cast(:now as timestamptz) - age, 0, 0
                        from unnest(array['MINUTE', 'QUARTER_HOUR', 'HOUR', 'SIX_HOURS']) as length
                        cross join unnest(array[interval '47 hours', '49 hours', '399 days', '401 days', '402 days']) as age
                        """).param("now", Timestamp.from(NOW)).update();

        purge.run();

        assertThat(jdbc.sql("select length || ' ' || count(*) from statistics_sample group by length order by length")
                        .query(String.class)
                        .list())
                .containsExactly("HOUR 3", "MINUTE 1", "QUARTER_HOUR 1", "SIX_HOURS 3");
    }

    @Test
    void keepsAnOperationThatDidNotTakeEffect() {
        operation(customer("C1", 1), 2, OLD);
        operation(UUID.randomUUID(), 1, OLD);

        assertThat(purge.run()).isZero();
    }

    @Test
    void keepsAnOperationThatIsOpen() {
        operation(customer("C1", 1), 1, OLD);
        jdbc.sql("""
                        insert into open_operation (recid, async_customer_id, channel_database, operation_number, status, next_attempt_at)
                        select recid, async_customer_id, channel_database, operation_number, 'FAILED', now() from async_operation
                        """).update();

        assertThat(purge.run()).isZero();
    }

    @Test
    void keepsAnOperationNotYetPublishedToTheChannels() {
        operation(customer("C1", 1), 1, OLD);
        jdbc.sql("""
                        insert into distribution_log (id, aggregatetype, aggregateid, aggregateversion, type, created_at)
                        values (gen_random_uuid(), 'cdx.1010', 'C1', 1, 'CUSTOMER', now())
                        """).update();

        assertThat(purge.run()).isZero();
    }

    @Test
    void keepsWhatIsYoung() {
        operation(customer("C1", 1), 1, YOUNG);

        assertThat(purge.run()).isZero();
    }

    @Test
    void findsTheCustomerOfALinkedId() {
        UUID linked = UUID.randomUUID();
        jdbc.sql("insert into customer_alias (alias, async_customer_id) values (?, ?)")
                .params(linked, customer("C1", 0))
                .update();
        // The operations of a linked ID are counted apart from those of the customer.
        jdbc.sql("update customer set applied_operations = jsonb_build_object('harbor/' || ?::text, 1)")
                .param(linked)
                .update();
        operation(linked, 1, OLD);

        assertThat(purge.run()).isEqualTo(1);
    }

    @Test
    void goesOnBehindABatchInWhichNothingMayGo() {
        for (int i = 0; i < 7; i++) {
            operation(UUID.randomUUID(), 1, OLD);
        }
        for (int i = 0; i < 7; i++) {
            operation(customer("C" + i, 1), 1, OLD);
        }

        assertThat(purge.run()).isEqualTo(7);
        assertThat(count("async_operation")).isEqualTo(7);
    }

    private static void operation(UUID customer, int number, Instant stagedAt) {
        UUID id = UUID.randomUUID();
        var at = Timestamp.from(stagedAt);
        jdbc.sql("""
                        insert into async_operation (operation_id, channel_database, channel, replication_counter, async_customer_id,
                          operation_number, kind, payload, occurred_at, uploaded_at, staged_at)
                        values (?, 'harbor', 'HARBOR', 1, ?, ?, 'CREATE_CUSTOMER', '{}', ?, ?, ?)
                        """).params(id, customer, number, at, at, at).update();
        jdbc.sql("""
                        insert into retailasynccustomerv2 (operationid, operation, custaccountasync, storerecid, originatingchannel,
                          replicationcounterfromorigin, onlineoperationcompleted, createddatetime)
                        values (?, 1, ?, 'HARBOR', 'HARBOR', 1, 1, ?)
                        """).params(id, customer.toString(), at).update();
    }
}
