package io.counterpart.hq.reconciliation;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class UploadCheckIT extends UploadSupport {

    @Autowired
    UploadGaps gaps;

    @Test
    void requestsASpanThatWasUploadedAndNeverStagedOnceItsGraceIsOver() {
        stage(List.of(OperationFixtures.creation()), 1, false);
        session(1, 1, 1, "2 minutes");
        session(2, 4, 3, "2 minutes");
        session(5, 6, 2, "1 second");

        assertThat(checks.checkPage().requested()).isEqualTo(1);

        assertThat(work.texts("select payload ->> 'action' || ' ' || (payload ->> 'channelDatabase') || ' '"
                        + " || (payload ->> 'counterFrom') || ' ' || (payload ->> 'counterTo') from configuration_log"))
                .containsExactly("UPLOAD_AGAIN harbor 2 4");
        assertThat(gaps.uploadedNotStaged()).containsOnlyKeys("harbor").containsEntry("harbor", 3L);
    }

    // After a failure, this session sent 1 and 5; between them are those of another session.
    @Test
    void countsOnlyTheCountersThatASessionHas() {
        stage(Stream.generate(OperationFixtures::creation).limit(3).toList(), 2, false);
        session(1, 5, 2, "2 minutes");
        work.jdbcUpdate("update upload_session set counters = '{[1,2),[5,6)}'");

        assertThat(checks.checkPage().requested()).isEqualTo(1);

        assertThat(gaps.uploadedNotStaged()).containsEntry("harbor", 2L);
    }

    // A channel database that was restored from a backup used the counter a second time.
    @Test
    void countsACounterThatWasUsedTwiceOnce() {
        stage(List.of(OperationFixtures.creation()), 1, false);
        stage(List.of(OperationFixtures.creation()), 1, false);
        session(1, 2, 2, "2 minutes");

        assertThat(checks.checkPage().requested()).isEqualTo(1);
    }

    @Test
    void waitsLongerBeforeEachFurtherRequestOfTheSameSpan() {
        session(2, 4, 3, "2 minutes");

        checks.checkPage();
        assertThat(checks.checkPage().requested()).isZero();
        work.jdbcUpdate("update upload_session set next_check_at = now() - interval '1 second'");
        assertThat(checks.checkPage().requested()).isEqualTo(1);

        assertThat(work.number(
                        "select round(extract(epoch from next_check_at - now()) / 60)::bigint from upload_session"))
                .isEqualTo(4);
    }

    @Test
    void forgetsAGapThatWasFilledAndChecksNoSessionTwiceThatIsStaged() {
        session(1, 1, 1, "2 minutes");
        checks.checkPage();
        stage(List.of(OperationFixtures.creation()), 1, true);

        assertThat(gaps.uploadedNotStaged()).isEmpty();
        work.jdbcUpdate("update upload_session set next_check_at = now() - interval '1 second'");
        checks.checkPage();

        assertThat(work.number("select count(*) from upload_session where not staged"))
                .isZero();
    }
}
