package io.counterpart.hq.deadletter;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.support.problem.Problem;

import static io.counterpart.hq.deadletter.DeadLetterFixtures.P_0001;
import static io.counterpart.hq.deadletter.DeadLetterFixtures.WRONG_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A group of dead letters is requeued once each, whoever asks for it how often, and whatever the broker does. */
@HqManualContext
@Import(DeadLetterBroker.class)
class DeadLetterRetryIT extends DeadLetterRetryBase {

    @Test
    void requeuesTenThousandInTheirOrderWithOneAuditEntry() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 10_000);
        DeadLetterFixtures.add(work, P_0001, "No reason given", 1);

        DeadLetterRetry retry = finished(retry(selection()));

        assertThat(retry.status()).isEqualTo("FINISHED");
        assertThat(retry.done()).isEqualTo(10_000);
        assertThat(broker.sentKeys())
                .isEqualTo(work.texts("select key from dead_letter where status = 'RETRIED' order by id"))
                .hasSize(10_000);
        assertThat(open()).isEqualTo(1);
        assertThat(work.texts("select distinct settled_because from dead_letter where status = 'RETRIED'"))
                .containsExactly("Token replaced");
        assertThat(work.texts("select action || ' ' || subject || ' ' || (detail ->> 'letters') || ' ' ||"
                        + " (detail ->> 'reason') from audit_entry"))
                .containsExactly("requeue-all Dead letters SIGNATURE_WRONG of cdx.p-0001 10000 Token replaced");
    }

    @Test
    void aRepeatedRequestDoesNothing() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 3);
        DeadLetterSelection selection = selection();
        finished(retry(selection));
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 2);

        assertThat(groups.retry(selection, "A second click")).isEmpty();

        assertThat(broker.sentKeys()).containsExactly("1", "2", "3");
        assertThat(open()).as("they arrived after the preview").isEqualTo(2);
        assertThat(work.count("audit_entry")).isEqualTo(1);
    }

    @Test
    void keepsTheRestWhenTheBrokerBecomesUnreachable() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 300);
        broker.unreachableAfter(150);

        DeadLetterRetry stopped = finished(retry(selection()));

        assertThat(stopped.status()).isEqualTo("STOPPED");
        assertThat(stopped.done()).isEqualTo(150);
        assertThat(stopped.left()).isEqualTo(150);
        assertThat(work.texts("select key from dead_letter where status = 'RETRIED' order by id"))
                .isEqualTo(broker.sentKeys());
        assertThat(work.number("select count(*) from dead_letter where status = 'OPEN' and claimed_until is null"))
                .isEqualTo(150);

        broker.reachable();
        DeadLetterRetry rest = finished(retry(selection()));

        assertThat(rest.total()).isEqualTo(150);
        assertThat(rest.done()).isEqualTo(150);
        assertThat(broker.sentKeys()).hasSize(300).doesNotHaveDuplicates();
        assertThat(open()).isZero();
    }

    @Test
    void aSingleLetterStaysOpenWhileTheBrokerIsUnreachable() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 1);
        long id = selection().upTo();
        broker.unreachableAfter(0);

        assertThat(catchThrowableOfType(Problem.class, () -> letters.retry(id, "ada"))
                        .type())
                .isEqualTo(HqProblem.TRY_AGAIN);
        assertThat(open()).isEqualTo(1);

        broker.reachable();
        letters.retry(id, "ada");
        assertThat(open()).isZero();
        assertThat(broker.sentKeys()).hasSize(1);
    }

    @Test
    void continuesAfterARestart() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 3);
        UUID id = UUID.randomUUID();
        retries.add(id, selection(), 3, "Token replaced", "ada", clock.instant());

        worker.continueRunning();

        assertThat(finished(groups.findRetry(id)).done()).isEqualTo(3);
        assertThat(work.texts("select distinct settled_by from dead_letter")).containsExactly("ada");
    }

    @Test
    void aRequestContinuesARetryWhoseInstanceDied() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 3);
        UUID id = UUID.randomUUID();
        retries.add(id, selection(), 3, "Token replaced", "ada", clock.instant());

        DeadLetterRetry joined = retry(selection());

        assertThat(joined.id()).isEqualTo(id);
        assertThat(finished(joined).done()).isEqualTo(3);
    }

    @Test
    void requeuesNoGroupThatHqPublishesItself() {
        DeadLetterFixtures.add(work, "cdx.1070", WRONG_SIGNATURE, 2);
        var selection = new DeadLetterSelection(DeadLetterCause.SIGNATURE_WRONG, "cdx.1070", Long.MAX_VALUE);

        Problem problem = catchThrowableOfType(Problem.class, () -> groups.retry(selection, "Of a test"));

        assertThat(problem.type()).isEqualTo(HqProblem.DEAD_LETTER_NOT_RETRYABLE);
        assertThat(work.count("dead_letter_retry")).isZero();
        assertThat(open()).isEqualTo(2);
    }
}
