package io.counterpart.channel.realtime;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.counterpart.channel.realtime.RealTimeResult.Done;
import io.counterpart.channel.realtime.RealTimeResult.Unreachable;
import io.counterpart.channel.testing.RealTimeBehaviour;
import io.counterpart.channel.testing.StubRealTimeService;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances of HQ, of which one is away. */
class RealTimeFailoverTests extends RealTimeServiceContext {

    private final StubRealTimeService second = new StubRealTimeService();

    @AfterEach
    void stopTheSecond() throws IOException {
        second.close();
    }

    @Test
    void theSameCallReachesTheOtherInstanceWhenOneRefusesConnections() throws IOException {
        second.behave(second.doing());
        RealTimeService service = service();
        hq.close();
        Instant start = Instant.now();

        assertThat(service.apply(operation())).isInstanceOf(Done.class);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(second.receivedRequests()).hasSize(1);
    }

    @Test
    void anInstanceThatIsBackIsUsedWhenTheOtherOneGoes() throws IOException {
        hq.behave(hq.doing());
        RealTimeService service = service();
        second.close();

        assertThat(service.apply(operation())).isInstanceOf(Done.class);
        assertThat(service.apply(operation())).isInstanceOf(Done.class);
        assertThat(hq.receivedRequests()).hasSize(2);
    }

    @Test
    void aCallWhoseResultIsUnknownIsNotRepeatedElsewhereButTheNextOneIs() {
        hq.behave(RealTimeBehaviour.silent());
        second.behave(second.doing());
        RealTimeService service = service();

        assertThat(service.apply(operation())).isInstanceOf(Unreachable.class);
        assertThat(second.receivedRequests()).isEmpty();
        assertThat(service.apply(operation())).isInstanceOf(Done.class);
        assertThat(second.receivedRequests()).hasSize(1);
    }

    @Test
    void withoutAnyInstanceNothingIsUnclear() throws IOException {
        RealTimeService service = service();
        hq.close();
        second.close();

        assertThat(service.apply(operation())).isEqualTo(new Unreachable<>("No connection to headquarters", false));
    }

    @Test
    void respondsWhileAnInstanceAnswers() throws IOException {
        RealTimeService service = service();
        assertThat(service.responds()).isTrue();
        hq.close();
        assertThat(service.responds()).isTrue();

        second.close();

        assertThat(service.responds()).isFalse();
    }

    @Test
    void aProxyWithoutAServerIsNoAnswer() throws IOException {
        hq.close();
        second.answerProbesWith(502);

        assertThat(service().responds()).isFalse();
    }

    private RealTimeService service() {
        List<URI> urls = List.of(hq.url(), second.url());
        return service(urls, breaker(), 64);
    }
}
