package io.counterpart.channel.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

import jakarta.servlet.FilterChain;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.channel.problem.ProblemAnswers;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class WorkplaceFilterTests {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final FilterChain NOTHING = (request, response) -> {};

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    WorkplaceFilterTests() {
        context.registerBean(JsonMapper.class, JsonMapper::shared);
        context.register(ProblemAnswers.class);
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aChangeWaitsForItsPlace() throws InterruptedException {
        var filter = filter(new Workplaces(1, Duration.ofSeconds(10)));
        var first = holdAPlace(filter);
        var second = CompletableFuture.supplyAsync(() -> ask(filter, "PATCH", CUSTOMERS, NOTHING));

        assertThat(second).failsWithin(Duration.ofMillis(200)).withThrowableOfType(TimeoutException.class);
        end.countDown();

        assertThat(first.join().getStatus()).isEqualTo(200);
        assertThat(second.join().getStatus()).isEqualTo(200);
    }

    @Test
    void aChangeThatWaitsTooLongIsAskedToComeBack() throws InterruptedException {
        var filter = filter(new Workplaces(1, Duration.ofMillis(50)));
        var first = holdAPlace(filter);

        MockHttpServletResponse second = ask(filter, "POST", CUSTOMERS, NOTHING);

        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("2");
        end.countDown();
        assertThat(first.join().getStatus()).isEqualTo(200);
        assertThat(ask(filter, "POST", CUSTOMERS, NOTHING).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/customers/1", "POST, /api/v1/customers/search"})
    void whoReadsNeedsNoPlace(String method, String path) throws InterruptedException {
        var filter = filter(new Workplaces(1, Duration.ZERO));
        var first = holdAPlace(filter);

        assertThat(ask(filter, method, path, NOTHING).getStatus()).isEqualTo(200);

        end.countDown();
        first.join();
    }

    @Test
    void aPlaceThatWasLeftEarlyIsNotGivenTwice() throws InterruptedException {
        var places = new Workplaces(1, Duration.ZERO);
        var filter = filter(places);
        ask(filter, "POST", CUSTOMERS, (request, response) -> places.leave());

        var first = holdAPlace(filter);

        assertThat(ask(filter, "POST", CUSTOMERS, NOTHING).getStatus()).isEqualTo(503);
        end.countDown();
        first.join();
    }

    private WorkplaceFilter filter(Workplaces places) {
        return new WorkplaceFilter(places, context.getBean(ProblemAnswers.class));
    }

    private CompletableFuture<MockHttpServletResponse> holdAPlace(WorkplaceFilter filter) throws InterruptedException {
        var answer = CompletableFuture.supplyAsync(() -> ask(filter, "POST", CUSTOMERS, (request, response) -> hold()));
        inside.await();
        return answer;
    }

    private static MockHttpServletResponse ask(WorkplaceFilter filter, String method, String path, FilterChain chain) {
        var response = new MockHttpServletResponse();
        try {
            filter.doFilter(new MockHttpServletRequest(method, path), response, chain);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    private void hold() {
        inside.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
