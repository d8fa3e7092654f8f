package io.counterpart.hq.home;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class HomePageTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
    }

    @Test
    void isNotGreenWhenWhatWasUploadedNeverArrived() {
        jdbc.sql("""
                insert into channel_heartbeat values ('harbor', now(), jsonb_build_object('kind', 'HEARTBEAT',
                  'schemaVersion', 1, 'channelDatabase', 'harbor', 'at', now(), 'waitingOperations', 0, 'held', false,
                  'channelVersions', '{}'::jsonb, 'globalVersion', 0));
                insert into channel_database_group (name) values ('all');
                insert into channel_database (name, channel_database_group) values ('harbor', 'all')
                """).update();
        assertHome().contains("All systems healthy");

        jdbc.sql("""
                insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count,
                  started_at, finished_at, checks)
                values (gen_random_uuid(), 'harbor', 2, 4, 3, 'UPLOADED', 1, now() - interval '5 minutes',
                  now() - interval '5 minutes', 1)
                """).update();

        assertHome()
                .contains("3 operations of harbor never arrived at HQ", "Reconciliation is incomplete")
                .doesNotContain("All systems healthy");
    }

    @Test
    void saysThatOperationsCannotBeUploadedAgainUntilSomebodyHasAcknowledgedIt() {
        jdbc.sql("""
                insert into channel_heartbeat values ('harbor', now(), jsonb_build_object('kind', 'HEARTBEAT',
                  'schemaVersion', 1, 'channelDatabase', 'harbor', 'at', now(), 'waitingOperations', 0, 'held', false,
                  'channelVersions', '{}'::jsonb, 'globalVersion', 0));
                insert into channel_database_group (name) values ('all');
                insert into channel_database (name, channel_database_group) values ('harbor', 'all');
                insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count,
                  started_at, finished_at, checks, staged, available, unavailable)
                values (gen_random_uuid(), 'harbor', 2, 4, 3, 'UPLOADED', 1, '2026-03-01T12:00:00Z',
                  '2026-03-01T12:00:01Z', 1, true, '{}', 3)
                """).update();

        assertHome()
                .contains(
                        "3 operations of harbor cannot be uploaded again",
                        "between 2026-03-01 12:00:00 UTC and 2026-03-01 12:00:01 UTC",
                        "are not affected",
                        "/sessions?channelDatabase=harbor")
                .doesNotContain("All systems healthy", "never arrived at HQ");

        jdbc.sql("update upload_session set unavailable_acknowledged = true").update();

        assertHome().contains("All systems healthy").doesNotContain("cannot be uploaded again");
    }

    @Test
    void isNotGreenWhileACustomerOfAChannelIsPendingForTooLong() {
        jdbc.sql("""
                insert into channel_heartbeat values ('harbor', now(), jsonb_build_object('kind', 'HEARTBEAT',
                  'schemaVersion', 1, 'channelDatabase', 'harbor', 'at', now(), 'waitingOperations', 0, 'held', false,
                  'channelVersions', '{}'::jsonb, 'globalVersion', 0, 'pendingCustomers', 3,
                  'oldestPendingSince', now() - interval '10 minutes'));
                insert into channel_database_group (name) values ('all');
                insert into channel_database (name, channel_database_group) values ('harbor', 'all')
                """).update();

        assertHome()
                .contains("3 customers pending in harbor", "/stuck-customers?channelDatabase=harbor")
                .doesNotContain("All systems healthy");
    }

    @Test
    void showsThatARequestLimitWasExceededInAChannel() {
        jdbc.sql("""
                insert into channel_heartbeat values ('harbor', now(), jsonb_build_object('kind', 'HEARTBEAT',
                  'schemaVersion', 1, 'channelDatabase', 'harbor', 'at', now(), 'waitingOperations', 0, 'held', false,
                  'channelVersions', '{}'::jsonb, 'globalVersion', 0, 'limitedRequests', 17));
                insert into channel_database_group (name) values ('all');
                insert into channel_database (name, channel_database_group) values ('harbor', 'all')
                """).update();
        assertHome()
                .contains("17 requests were rejected in harbor because of a request limit")
                .doesNotContain("All systems healthy", "at this instance of HQ");
    }

    private AbstractStringAssert<?> assertHome() {
        return assertThat(http.get().uri("/").with(user("o").roles("OPERATOR")).accept("text/html"))
                .hasStatusOk()
                .bodyText();
    }

    @Test
    void showsALaneForEachChannelDatabaseAndAHeldJobWithTheButtonThatReleasesIt() {
        jdbc.sql("""
                insert into channel_database_group (name) values ('all');
                insert into channel_database (name, channel_database_group) values ('harbor', 'all')
                """).update();
        work.hold("1010", true);

        assertThat(http.get().uri("/").with(user("o").roles("OPERATOR")).accept("text/html"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "harbor",
                        "Job 1010 is on hold",
                        "/jobs/1010/release",
                        "Channel database “harbor” is not responding");
    }

    @Test
    void saysThatAChannelDatabaseWasRestoredUntilItHasCaughtUp() {
        jdbc.sql("""
                insert into channel_restore (id, channel_database, detected_at, reported_counter, highest_counter)
                values (gen_random_uuid(), 'harbor', now(), 4, 9)
                """).update();
        assertThat(http.get().uri("/").with(user("o").roles("OPERATOR")).accept("text/html"))
                .bodyText()
                .contains("Channel database “harbor” was restored from a backup");

        jdbc.sql("update channel_restore set healed_at = now()").update();

        assertThat(http.get().uri("/").with(user("o").roles("OPERATOR")).accept("text/html"))
                .bodyText()
                .doesNotContain("was restored from a backup");
    }

    @Test
    void saysWhenAJobIsLate() {
        jdbc.sql(
                        "update batch_job set last_run_at = now() - interval '3 hours', recurrence = 'PT1H' where job = '9999'")
                .update();

        assertThat(http.get().uri("/").with(user("o").roles("OPERATOR")).accept("text/html"))
                .bodyText()
                .contains("Job 9999 is overdue", "/jobs/9999");
        jdbc.sql("update batch_job set last_run_at = now() where job = '9999'").update();
    }

    @Test
    void saysWhatToDoWhenThereIsNoChannelDatabaseYet() {
        assertThat(http.get().uri("/").with(user("v").roles("VIEWER")).accept("text/html"))
                .hasStatusOk()
                .bodyText()
                .contains("No channel database yet", "Customers created per hour");
    }

    @Test
    void countsConfigurationAmongWhatWaitsToGoBack() {
        jdbc.sql("""
                insert into configuration_log (id, aggregatetype, aggregateid, aggregateversion, type, created_at)
                values (gen_random_uuid(), 'cdx.1110', 'global', 1, 'GlobalConfiguration', now())
                """).update();

        assertThat(http.get().uri("/").with(user("v").roles("VIEWER")).accept("text/html"))
                .hasStatusOk()
                .bodyText()
                .contains("<b>1</b> <span>queued for channels</span>");
    }
}
