package io.counterpart.hq.till;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.session.ChannelReport.TillState;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class TillReportIT extends TillSupport {

    @Test
    void takesOnlyTillsOfTheChannelsOfTheSenderThatHaveAToken() {
        token("HARBOR", "1");
        token("ONLINE", "2");

        report("harbor", till("HARBOR", "1"), till("HARBOR", "without a token"), till("ONLINE", "2"));

        assertThat(devices("")).containsExactly("1");
        assertThat(work.count("till")).isEqualTo(1);
    }

    @Test
    void keepsTheLastStateOnlyAndNotInTheHeartbeat() {
        token("HARBOR", "1");
        report("harbor", unsent("HARBOR", "1", 3, Duration.ofMinutes(5)));
        report("harbor", heard("HARBOR", "1", now.minusSeconds(60)));
        report("harbor");
        report("harbor", (TillState[]) null);

        assertThat(items("").get(0).path("unsent").asInt()).isEqualTo(3);
        assertThat(work.count("till")).isEqualTo(1);
        assertThat(work.texts("select jsonb_exists(report, 'tills')::text from channel_heartbeat"))
                .containsExactly("false");
    }

    @Test
    void limitsTimesOfTheFutureAndForgetsThoseThatThePurgeWouldDelete() {
        token("HARBOR", "ahead");
        token("HARBOR", "old");

        report(
                "harbor",
                heard("HARBOR", "ahead", now.plus(Duration.ofDays(400))),
                heard("HARBOR", "old", now.minus(Duration.ofDays(31))));

        assertThat(devices("")).containsExactly("ahead");
        assertThat(Instant.parse(items("").get(0).path("heardAt").asString())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void listsNoTillWhoseTokenWasRevoked() {
        token("HARBOR", "1");
        report("harbor", refused("HARBOR", "1"));
        assertThat(devices("?attention=true")).containsExactly("1");

        work.jdbcUpdate("delete from device_token where device = '1'");

        assertThat(devices("")).isEmpty();
    }
}
