package io.counterpart.hq.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.support.problem.Problem;

import static io.counterpart.hq.deadletter.DeadLetterFixtures.P_0001;
import static io.counterpart.hq.deadletter.DeadLetterFixtures.WRONG_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** Operators and instances of HQ that act at the same time send no dead letter twice. */
@HqManualContext
@Import(DeadLetterBroker.class)
class DeadLetterClaimIT extends DeadLetterRetryBase {

    @Test
    void operatorsWhoRetryAtTheSameTimeShareOneRetry() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 1_000);
        DeadLetterSelection selection = selection();
        CountDownLatch gate = broker.block();

        List<Optional<DeadLetterRetry>> started =
                Simultaneously.run(6, number -> groups.retry(selection, "Token replaced"));
        gate.countDown();

        assertThat(started).allMatch(Optional::isPresent);
        assertThat(started.stream().map(it -> it.orElseThrow().id()).distinct()).hasSize(1);
        finished(started.get(0).orElseThrow());
        assertThat(broker.sentKeys()).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(work.count("audit_entry")).isEqualTo(1);
        assertThat(work.count("dead_letter_retry")).isEqualTo(1);
    }

    @Test
    void twoInstancesDivideTheLetters() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 1_000);
        var other = new DeadLetterRetryWorker(retries, claims, publisher, clock);
        CountDownLatch gate = broker.block();

        DeadLetterRetry retry = retry(selection());
        other.start(retry);
        await().until(() -> claimed() == 200);
        gate.countDown();

        finished(retry);
        await().untilAsserted(
                        () -> assertThat(groups.findRetry(retry.id()).done()).isEqualTo(1_000));
        assertThat(broker.sentKeys()).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(open()).isZero();
    }

    @Test
    void noOtherActionTakesALetterThatIsBeingPublished() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 5);
        DeadLetterSelection selection = selection();
        CountDownLatch gate = broker.block();
        DeadLetterRetry retry = retry(selection);
        await().until(() -> claimed() == 5);

        long id = selection.upTo();
        assertThat(catchThrowableOfType(Problem.class, () -> letters.retry(id, "ada"))
                        .type())
                .isEqualTo(HqProblem.DEAD_LETTER_IN_PROGRESS);
        assertThat(catchThrowableOfType(Problem.class, () -> letters.discard(id, "ada", "Of a test"))
                        .type())
                .isEqualTo(HqProblem.DEAD_LETTER_IN_PROGRESS);
        assertThat(groups.discard(selection, "Of a test")).isZero();
        gate.countDown();

        assertThat(finished(retry).done()).isEqualTo(5);
        assertThat(broker.sentKeys()).hasSize(5);
    }

    @Test
    void aSingleLetterIsSentOnceToo() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 1);
        long id = selection().upTo();

        Simultaneously.run(6, number -> {
            try {
                letters.retry(id, "operator-" + number);
                return "done";
            } catch (Problem e) {
                return e.title();
            }
        });

        assertThat(broker.sentKeys()).hasSize(1);
        assertThat(work.count("audit_entry")).isEqualTo(1);
        assertThat(open()).isZero();
    }

    @Test
    void anInstanceThatDiedKeepsItsLettersOnlyForAWhile() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 3);
        work.jdbcUpdate("update dead_letter set retry_claim = gen_random_uuid(),"
                + " claimed_until = now() + case key when '1' then interval '1 minute' else interval '-1 second' end"
                + " where key in ('1', '2')");

        DeadLetterRetry retry = finished(retry(selection()));

        assertThat(broker.sentKeys()).containsExactly("2", "3");
        assertThat(retry.left()).isEqualTo(1);
    }
}
