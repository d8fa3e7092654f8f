package io.counterpart.hq.reconciliation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.contract.session.ChannelReport.AvailableOperations;
import io.counterpart.contract.session.ChannelReport.CounterSpan;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Operations that neither HQ nor the channel database has any more are counted, and not requested forever. */
@HqManualContext
class UnavailableOperationIT extends UploadSupport {

    private static final String RECONCILIATION = "/api/v1/reconciliation?channelDatabase=harbor";
    private static final String ACKnowLEDGE = "/api/v1/upload-sessions/acknowledge-unavailable";
    private static final String UNAVAILABLE = "select unavailable from upload_session order by counter_from";

    private final Instant now = Instant.now();

    @Autowired
    UploadGaps gaps;

    @Autowired
    UnavailableOperationService unavailable;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApiClient client;

    @Autowired
    MockMvcTester http;

    @Test
    void requestsWhatTheChannelDatabaseStillHasUntilTheRestIsStaged() {
        stage(1, 1);
        session(1, 5, 5, "2 minutes");
        assertThat(checks.checkPage().requested()).isEqualTo(1);

        answer(1, 5, span(2, 3));

        assertThat(work.numbers(UNAVAILABLE)).containsExactly(2L);
        assertThat(gaps.uploadedNotStaged()).containsEntry("harbor", 2L);
        assertThat(checkedAgain()).isEqualTo(1);
        stage(2, 2);
        assertThat(checkedAgain()).isZero();
        assertThat(gaps.uploadedNotStaged()).isEmpty();
        assertThat(work.number("select count(*) from upload_session where not staged"))
                .isZero();
    }

    // After a failure, this session sent 1, 2, 7 and 8; between them are those of another session.
    @Test
    void countsOnlyTheCountersThatASessionHas() {
        session(1, 8, 4, "2 minutes");
        work.jdbcUpdate("update upload_session set counters = '{[1,3),[7,9)}'");

        answer(1, 8, span(1, 1), span(3, 6));

        assertThat(work.numbers(UNAVAILABLE)).containsExactly(3L);
    }

    @Test
    void countsNoMoreThanTheRowsOfASessionWithUnknownCounters() {
        stage(2, 1);
        session(1, 9, 3, "2 minutes");
        session(10, 19, 2, "2 minutes");

        answer(1, 19, span(5, 5), span(11, 15));

        assertThat(work.numbers(UNAVAILABLE)).containsExactly(1L, 0L);
    }

    @Test
    void takesAnAnswerInPartsAndRequestsWhatNoPartCovers() {
        session(1, 9, 9, "2 minutes");

        answer(1, 3);
        assertThat(work.numbers(UNAVAILABLE)).containsExactly(3L);
        answer(4, 6, span(4, 4));
        assertThat(work.numbers(UNAVAILABLE)).containsExactly(5L);

        assertThat(checkedAgain()).isEqualTo(1);
        answer(7, 9);
        assertThat(work.numbers(UNAVAILABLE)).containsExactly(8L);
        stage(4, 1);
        assertThat(checkedAgain()).isZero();
    }

    @Test
    void ignoresARepeatedAndAnOlderAnswer() {
        session(1, 5, 5, "2 minutes");
        answer(1, 5, span(1, 1));

        answer(1, 5, span(1, 1));
        answer(now.minusSeconds(3600), 1, 5, span(1, 5));
        answer(now.minusSeconds(3600), 1, 5);

        assertThat(work.numbers(UNAVAILABLE)).containsExactly(4L);
    }

    @Test
    void ignoresAnAnswerAboutOtherSessions() {
        session(1, 5, 5, "2 minutes");
        session(6, 7, 2, "2 minutes");
        session(8, 8, 1, "2 minutes");
        work.jdbcUpdate("update upload_session set channel_database = 'online' where counter_from = 1");
        work.jdbcUpdate("update upload_session set staged = true where counter_from = 6");

        answer(1, 7);

        assertThat(work.numbers(UNAVAILABLE)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void anOperationThatArrivesAfterAllIsNoLongerUnavailable() {
        session(1, 3, 3, "2 minutes");
        answer(1, 3);
        assertThat(operations()).containsExactly(3L);
        assertThat(checks.checkPage().requested()).isZero();

        stage(1, 2);
        assertThat(operations()).containsExactly(1L);
        stage(3, 1);
        assertThat(operations()).isEmpty();
    }

    // Otherwise the session would be done before the other available one has arrived.
    @Test
    void anOperationThatArrivesAfterAllDoesNotReplaceAnAvailableOne() {
        session(1, 4, 4, "2 minutes");
        answer(1, 4, span(1, 2));

        stage(4, 1);
        assertThat(checkedAgain()).isEqualTo(1);
        stage(1, 1);
        assertThat(checkedAgain()).isEqualTo(1);
        stage(2, 1);
        assertThat(checkedAgain()).isZero();
        assertThat(work.numbers(UNAVAILABLE)).containsExactly(1L);
    }

    @Test
    void reconciliationIsCompleteWhenNothingElseIsMissing() {
        stage(1, 1);
        work.synchronize();
        work.jdbcUpdate("truncate distribution_log");
        session(1, 4, 4, "2 minutes");
        assertThat(client.get(api, RECONCILIATION)).bodyJson().isLenientlyEqualTo("""
                {"complete": false, "unavailable": 0, "unavailableBySession": [],
                 "missing": {"uploadedNotStaged": [{"counterFrom": 1, "counterTo": 4}]}}
                """);

        answer(1, 4);

        assertThat(client.get(api, RECONCILIATION)).bodyJson().isLenientlyEqualTo("""
                {"complete": true, "uploaded": 4, "staged": 1, "unavailable": 3, "missing": {"uploadedNotStaged": []},
                 "unavailableBySession": [{"counterFrom": 1, "counterTo": 4, "unavailable": 3}]}
                """);
        assertThat(client.get(api, RECONCILIATION + "&counterFrom=5&counterTo=9"))
                .bodyJson()
                .isLenientlyEqualTo("{\"unavailable\": 0, \"unavailableBySession\": []}");
    }

    @Test
    void isAcknowledgedOnceAndStaysInTheReconciliation() {
        session(1, 3, 3, "2 minutes");
        answer(1, 3, span(3, 3));

        assertThat(client.post(api, ACKnowLEDGE, "{\"channelDatabase\": \"harbor\"}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"channelDatabase\": \"harbor\", \"operations\": 2}");

        assertThat(unavailable.notAcknowledged()).isEmpty();
        assertThat(operations()).containsExactly(2L);
        assertThat(work.texts("select action || ' ' || subject || ' ' || (detail ->> 'operations') from audit_entry"))
                .containsExactly("acknowledge-unavailable harbor 2");
        assertThat(client.post(api, ACKnowLEDGE, "{\"channelDatabase\": \"harbor\"}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"operations\": 0}");
        assertThat(client.get(api, RECONCILIATION)).bodyJson().isLenientlyEqualTo("{\"unavailable\": 2}");

        answer(1, 3);
        assertThat(unavailable.notAcknowledged())
                .extracting(UnavailableOperations::operations)
                .containsExactly(3L);
    }

    @Test
    void refusesToAcknowledgeAnUnknownChannelDatabaseOrNone() {
        assertThat(client.post(api, ACKnowLEDGE, "{\"channelDatabase\": \"nowhere\"}"))
                .hasStatus(404);
        assertThat(client.post(api, ACKnowLEDGE, "{}"))
                .hasStatus4xxClientError()
                .bodyText()
                .contains("/problems/validation", "/channelDatabase");
        assertThat(work.count("audit_entry")).isZero();
    }

    @Test
    void anOperatorAcknowledgesOnThePageAndAViewerMayNot() {
        session(1, 3, 3, "2 minutes");
        answer(1, 3);
        assertPage("VIEWER")
                .contains("Operations that cannot be uploaded again", "Not acknowledged")
                .doesNotContain("/acknowledge-unavailable");
        assertPage("OPERATOR").contains("/sessions/harbor/acknowledge-unavailable");

        assertThat(http.post()
                        .uri("/sessions/harbor/acknowledge-unavailable")
                        .with(csrf())
                        .with(user("v").roles("VIEWER")))
                .hasStatus(403);
        assertThat(http.post()
                        .uri("/sessions/harbor/acknowledge-unavailable")
                        .with(csrf())
                        .with(user("o").roles("OPERATOR")))
                .hasStatus(302)
                .flash()
                .hasEntrySatisfying(
                        "done", it -> assertThat(it).asString().contains("sessions.unavailable.flash", "[3, harbor]"));

        assertPage("OPERATOR").contains("Acknowledged").doesNotContain("/acknowledge-unavailable");
    }

    private AbstractStringAssert<?> assertPage(String role) {
        return assertThat(
                        http.get().uri("/sessions").with(user("u").roles(role)).accept("text/html"))
                .hasStatusOk()
                .bodyText();
    }

    private List<Long> operations() {
        return unavailable.all().stream().map(UnavailableOperations::operations).toList();
    }

    private void stage(long firstCounter, int operations) {
        stage(Stream.generate(OperationFixtures::creation).limit(operations).toList(), firstCounter, true);
    }

    private int checkedAgain() {
        work.jdbcUpdate("update upload_session set next_check_at = now() - interval '1 second'");
        return checks.checkPage().requested();
    }

    private void answer(long from, long to, CounterSpan... available) {
        answer(now, from, to, available);
    }

    private void answer(Instant at, long from, long to, CounterSpan... available) {
        var answer = new AvailableOperations(1, "harbor", UUID.randomUUID(), from, to, Arrays.asList(available), at);
        ReflectionTestUtils.invokeMethod(
                context.getBean("sessionListener"), "on", List.of(TestDriver.record("harbor", work.json(answer), 0)));
    }

    private static CounterSpan span(long from, long to) {
        return new CounterSpan(from, to);
    }
}
