package io.counterpart.channel.realtime;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.counterpart.channel.realtime.RealTimeResult.Done;
import io.counterpart.channel.realtime.RealTimeResult.Refused;
import io.counterpart.channel.realtime.RealTimeResult.TooEarly;
import io.counterpart.channel.realtime.RealTimeResult.Unreachable;
import io.counterpart.channel.testing.RealTimeBehaviour;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RealTimeServiceTests extends RealTimeServiceContext {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Test
    void bringsWhatHeadquartersDid() {
        hq.behave(hq.doing());
        CustomerOperation operation = operation();

        var answer = service(hq.url()).apply(operation);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(((CustomerSnapshot) done.value()).asyncCustomerId())
                                .isEqualTo(operation.asyncCustomerId()));
        assertThat(hq.receivedRequests()).containsExactly(operation);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void passesOnTheRejectionMessageOfHeadquarters(int status) {
        hq.behave(RealTimeBehaviour.refusing(status, "headquarters-refused", "The country is unknown."));

        assertThat(service(hq.url()).apply(operation())).isEqualTo(new Refused<>("why", "The country is unknown."));
    }

    @Test
    void reportsACustomerUnknownToHeadquarters() {
        hq.behave(RealTimeBehaviour.refusing(404, "customer-not-found", "Customer not found."));

        assertThat(service(hq.url()).apply(operation())).isEqualTo(new Refused<>("why", "Customer not found."));
    }

    @Test
    void reportsAnEarlierOperationInFlight() {
        hq.behave(RealTimeBehaviour.refusing(409, "operation-too-early", "An earlier change is on its way"));

        assertThat(service(hq.url()).apply(operation())).isEqualTo(new TooEarly<>());
    }

    @ParameterizedTest
    @MethodSource("silences")
    void takesWhateverIsNoAnswerForSilenceWithinTwoSeconds(RealTimeBehaviour silence) {
        hq.behave(silence);
        Instant start = Instant.now();

        assertThat(service(hq.url()).apply(operation())).isInstanceOf(Unreachable.class);

        assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
    }

    @Test
    void knowsWhenTheRequestCannotHaveArrived() throws IOException {
        URI nobody = hq.url();
        hq.close();

        var refused = service(nobody).apply(operation());
        var unresolved = service(URI.create("http://no-such-host.invalid:8080")).apply(operation());

        assertThat(refused).isEqualTo(new Unreachable<>("No connection to headquarters", false));
        assertThat(unresolved).isInstanceOf(Unreachable.class);
    }

    @Test
    void knowsThatARequestWhoseAnswerWasLostMayBeDone() {
        hq.behave(RealTimeBehaviour.cuttingOff());

        var answer = service(hq.url()).apply(operation());

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Unreachable.class, lost -> assertThat(lost.mayBeDone()).isTrue());
    }

    @Test
    void triesAConnectionThatBreaksAtOnceASecondTimeWithTheSameOperation() {
        hq.behave((operation, in, out) -> (hq.receivedRequests().size() == 1 ? RealTimeBehaviour.silent() : hq.doing())
                .answer(operation, in, out));
        CustomerOperation operation = operation();

        assertThat(service(hq.url()).apply(operation)).isInstanceOf(Done.class);
        assertThat(hq.receivedRequests()).containsExactly(operation, operation);
    }

    @Test
    void isNotAskedInsideATransaction() {
        RealTimeService service = service(hq.url());
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> service.apply(operation())).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(hq.receivedRequests()).isEmpty();
    }

    private static Stream<RealTimeBehaviour> silences() {
        return Stream.of(
                RealTimeBehaviour.hanging(),
                RealTimeBehaviour.endless(),
                RealTimeBehaviour.cuttingOff(),
                RealTimeBehaviour.silent(),
                RealTimeBehaviour.status(503, "{}"),
                RealTimeBehaviour.status(500, "oops"),
                RealTimeBehaviour.status(502, "<html>"),
                RealTimeBehaviour.status(401, "{}"),
                RealTimeBehaviour.status(403, "{}"),
                RealTimeBehaviour.status(404, "{}"),
                RealTimeBehaviour.refusing(404, "not-found", "Nothing here"),
                RealTimeBehaviour.status(302, ""),
                RealTimeBehaviour.status(422, "<html>a proxy</html>"),
                RealTimeBehaviour.status(422, "{\"message\": \"not in HQ's form\"}"),
                RealTimeBehaviour.status(200, "{\"schemaVersion\":"),
                RealTimeBehaviour.status(200, "null"),
                RealTimeBehaviour.status(200, ""));
    }
}
