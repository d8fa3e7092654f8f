package io.counterpart.channel.web;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.servlet.FilterChain;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.support.problem.ProblemResponses;

import static org.assertj.core.api.Assertions.assertThat;

class OverloadFilterTests {

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    @Test
    void asksForPatienceBeyondWhatItWorksOnAtOnceAndLetsInAgainAfterwards() throws Exception {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JsonMapper.class, JsonMapper::shared);
            context.register(ProblemResponses.class);
            context.refresh();
            var filter = new OverloadFilter(new OverloadProperties(1), context.getBean(ProblemResponses.class));
            var first = CompletableFuture.supplyAsync(() -> ask(filter, (request, response) -> hold()));
            inside.await();

            MockHttpServletResponse second = ask(filter, (request, response) -> {});
            assertThat(second.getStatus()).isEqualTo(503);
            assertThat(second.getHeader("Retry-After")).isEqualTo("2");
            assertThat(second.getContentAsString()).contains("/problems/service-unavailable");

            leave.countDown();
            assertThat(first.join().getStatus()).isEqualTo(200);
            assertThat(ask(filter, (request, response) -> {}).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void leavesThreadsThatCanSayNo() throws IOException {
        var settings = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"));
        var binder = new Binder(ConfigurationPropertySources.from(settings));

        int threads = binder.bind("server.tomcat.threads.max", Integer.class).get();
        int atWork = binder.bindOrCreate("counterpart.overload", OverloadProperties.class)
                .mostRequests();

        assertThat(threads).isGreaterThan(atWork);
    }

    private static MockHttpServletResponse ask(OverloadFilter filter, FilterChain chain) {
        var response = new MockHttpServletResponse();
        try {
            filter.doFilter(new MockHttpServletRequest("GET", "/api/v1/configuration"), response, chain);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    private void hold() {
        inside.countDown();
        try {
            leave.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
