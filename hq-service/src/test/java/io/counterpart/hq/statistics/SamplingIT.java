package io.counterpart.hq.statistics;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class SamplingIT extends StatisticsSupport {

    @Test
    void countsWhatWasStagedAppliedAndFailedInAMinuteAndTheBacklogAtItsEnd() {
        sampleAt(ten(1));
        heartbeat("harbor", 2);
        var ann = OperationFixtures.creation();
        var online = OperationFixtures.creation();
        convertAt(
                ten(1).plusSeconds(30),
                ann,
                OperationFixtures.edit(
                        ann.asyncCustomerId(), 2, new FieldChange("email", "ann@example.com", "b@example.com")),
                OperationFixtures.creation(),
                withoutName(),
                // Waits for an operation that has not arrived.
                OperationFixtures.edit(
                        ann.asyncCustomerId(), 4, new FieldChange("email", "b@example.com", "c@example.com")),
                OperationFixtures.operation(online.asyncCustomerId(), "online", 1, online.body()));

        sampleAt(ten(2));

        assertThat(samples("MINUTE"))
                .containsExactly(
                        "10:00 all 0 - 0 0 0 -",
                        "10:00 harbor 0 - 0 0 0 -",
                        "10:00 online 0 - 0 0 0 -",
                        "10:01 all 6 4 1 1 1 2",
                        "10:01 harbor 5 3 1 1 1 2",
                        "10:01 online 1 1 0 0 0 -");
    }

    @Test
    void countsAnOperationAsAppliedInTheMinuteInWhichItIsRepaired() {
        sampleAt(ten(1));
        var broken = withoutName();
        convertAt(ten(1).plusSeconds(10), broken);
        sampleAt(ten(2));

        work.repairPayload(broken.asyncCustomerId(), "{body,content,profile,lastName}", "\"Lee\"");
        work.jdbcUpdate("update open_operation set status = 'PENDING'");
        work.synchronize();
        took(ten(2).plusSeconds(10));
        sampleAt(ten(3));

        assertThat(samples("MINUTE"))
                .contains("10:01 harbor 1 0 1 0 1 -", "10:02 harbor 0 1 0 0 0 -", "10:02 all 0 1 0 0 0 -");
    }

    @Test
    void countsChannelDatabasesThatAreNotConfigured() {
        work.sender("ONLINE", "removed");
        sampleAt(ten(1));
        var creation = OperationFixtures.creation();
        convertAt(ten(1), OperationFixtures.operation(creation.asyncCustomerId(), "removed", 1, creation.body()));
        sampleAt(ten(2));

        assertThat(samples("MINUTE")).contains("10:01 removed 1 1 0 0 0 -", "10:01 all 1 1 0 0 0 -");
    }

    @Test
    void theLatencyIsTheTimeToTheAccountNumberWithoutCustomersCreatedOffline() {
        convertAt(ten(0), Stream.generate(OperationFixtures::creation).limit(4).toArray(CustomerOperation[]::new));
        work.jdbcUpdate("""
                update customer set async_reason = case account_number when 'C-0000004' then 'POS_OFFLINE' else async_reason end,
                  created_at = converted_at - case account_number when 'C-0000001' then interval '1 second'
                    when 'C-0000002' then interval '2 seconds' when 'C-0000003' then interval '30 seconds'
                    else interval '5 hours' end
                """);

        sampleAt(ten(1));

        assertThat(work.texts("""
                        select concat_ws(' ', latency_p50, latency_p95, latency_p99) from statistics_sample
                        where channel_database in ('', 'harbor')
                        """)).containsExactly("2 27.2 29.44", "2 27.2 29.44");
        assertThat(work.number("select count(latency_p50) from statistics_sample where channel_database = 'online'"))
                .isZero();
    }

    @Test
    void aSecondRunInTheSameMinuteChangesNothing() {
        sampleAt(ten(1));
        convertAt(ten(1), OperationFixtures.creation(), withoutName());
        assertThat(sampleAt(ten(2))).isTrue();
        List<String> samples = samples("MINUTE");
        List<String> versions = work.texts("select xmin::text from statistics_sample order by at, channel_database");

        assertThat(sampleAt(ten(2))).isFalse();

        assertThat(samples("MINUTE")).isEqualTo(samples);
        assertThat(work.texts("select xmin::text from statistics_sample order by at, channel_database"))
                .isEqualTo(versions);
    }

    @Test
    void theNextRunAddsWhatWasCommittedTooLate() {
        sampleAt(ten(1));
        sampleAt(ten(2));
        work.stage(List.of(OperationFixtures.creation(), OperationFixtures.creation()));
        took(ten(1).plusSeconds(59));
        work.synchronize();
        took(ten(2).plusSeconds(8));

        sampleAt(ten(3));

        assertThat(samples("MINUTE"))
                .contains(
                        "10:01 harbor 2 0 0 2 0 -",
                        "10:01 all 2 0 0 2 0 -",
                        "10:02 harbor 0 2 0 0 0 -",
                        "10:02 all 0 2 0 0 0 -");
    }

    @Test
    void catchesUpTheMinutesOfADowntimeButNotMoreThanAnHour() {
        sampleAt(ten(1));
        convertAt(ten(3).plusSeconds(20), OperationFixtures.creation());
        convertAt(ten(5).plusSeconds(20), OperationFixtures.creation());

        sampleAt(ten(6));

        assertThat(samples("MINUTE"))
                .filteredOn(sample -> sample.contains(" harbor "))
                .containsExactly(
                        "10:00 harbor 0 - 0 0 0 -",
                        "10:01 harbor 0 - 0 - - -",
                        "10:02 harbor 0 - 0 - - -",
                        "10:03 harbor 1 - 0 - - -",
                        "10:04 harbor 0 - 0 - - -",
                        "10:05 harbor 1 2 0 0 0 -");

        sampling.sample(ten(6).plus(Duration.ofHours(5)));

        assertThat(work.texts("""
                        select to_char(min(at) at time zone 'UTC', 'HH24:MI') || ' ' || count(*) from statistics_sample
                        where length = 'MINUTE' and channel_database = '' and at > '2020-01-01 11:00Z'
                        """)).containsExactly("14:05 61");
        assertThat(samples("MINUTE")).contains("15:05 harbor 0 - 0 0 0 -");
    }
}
