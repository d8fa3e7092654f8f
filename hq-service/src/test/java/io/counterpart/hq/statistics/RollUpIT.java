package io.counterpart.hq.statistics;

import org.junit.jupiter.api.Test;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class RollUpIT extends StatisticsSupport {

    @Test
    void addsCountsAndTakesTheLastBacklog() {
        heartbeat("harbor", 3);
        sampleAt(ten(0));
        convertAt(ten(2), OperationFixtures.creation(), withoutName());
        sampleEveryMinute(1, 10);
        convertAt(ten(10), OperationFixtures.creation(), OperationFixtures.creation(), withoutName());
        sampleEveryMinute(11, 15);
        assertThat(samples("QUARTER_HOUR")).noneMatch(sample -> sample.startsWith("10:00"));

        sampleEveryMinute(16, 16);

        assertThat(samples("QUARTER_HOUR"))
                .contains("10:00 harbor 5 3 2 0 2 3", "10:00 online 0 0 0 0 0 -", "10:00 all 5 3 2 0 2 3");
        assertThat(samples("HOUR")).noneMatch(sample -> sample.startsWith("10:00"));

        sampleEveryMinute(17, 61);

        assertThat(samples("HOUR")).contains("10:00 harbor 5 3 2 0 2 3", "10:00 all 5 3 2 0 2 3");

        sampleEveryMinute(62, 121);

        assertThat(samples("SIX_HOURS")).contains("06:00 harbor 5 3 2 0 2 3", "06:00 all 5 3 2 0 2 3");
        assertThat(samples("QUARTER_HOUR"))
                .filteredOn(sample -> sample.contains(" all "))
                .hasSize(9);
    }

    @Test
    void computesPercentilesFromTheCustomersOfTheWholePeriod() {
        convertAt(ten(0), OperationFixtures.creation());
        work.jdbcUpdate("update customer set created_at = converted_at - interval '100 seconds'");
        sampleEveryMinute(1, 5);
        convertAt(ten(5), OperationFixtures.creation(), OperationFixtures.creation());

        sampleEveryMinute(6, 16);

        // The means of the two minutes would be 51, 51 and 51.
        assertThat(work.texts("""
                        select concat_ws(' ', latency_p50, latency_p95, latency_p99) from statistics_sample
                        where length = 'QUARTER_HOUR' and channel_database = 'harbor' and at = '2020-01-01 10:00Z'
                        """)).containsExactly("2 90.2 98.04");
    }

    @Test
    void rollsUpThePeriodsOfADowntime() {
        sampleAt(ten(1));
        convertAt(ten(20), OperationFixtures.creation());

        sampleAt(ten(50));

        assertThat(samples("QUARTER_HOUR"))
                .filteredOn(sample -> sample.contains(" all "))
                .containsExactly("10:00 all 0 - 0 0 0 -", "10:15 all 1 - 0 - - -", "10:30 all 0 - 0 - - -");
    }

    private void sampleEveryMinute(int first, int last) {
        for (int minute = first; minute <= last; minute++) {
            sampleAt(ten(minute));
        }
    }
}
