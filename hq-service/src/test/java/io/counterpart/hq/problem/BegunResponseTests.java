package io.counterpart.hq.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Exceptions of a controller that has written a part of its response. */
@HqManualContext
class BegunResponseTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Autowired
    List<HandlerExceptionResolver> resolvers;

    @ParameterizedTest
    @ValueSource(strings = {"/administration/customer-export", "/api/v1/customer-export"})
    void nobodyEndsAResponseThatWasPartlySent(String path) throws IOException {
        response.getOutputStream().write("half a f".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();

        assertThat(isHandled(path)).isFalse();
        assertThat(response.getContentAsString()).isEqualTo("half a f");
    }

    @Test
    void aProblemReplacesWhatWasNotSent() throws IOException {
        response.setHeader("Content-Disposition", "attachment; filename=\"customers.csv\"");
        response.getOutputStream().write("half a f".getBytes(StandardCharsets.UTF_8));

        assertThat(isHandled("/api/v1/customer-export")).isTrue();
        assertThat(response.getContentAsString()).startsWith("{").contains("\"status\":500");
        assertThat(response.getHeader("Content-Disposition")).isNull();
    }

    private boolean isHandled(String path) {
        var request = new MockHttpServletRequest("GET", path);
        return resolvers.stream()
                .anyMatch(it ->
                        it.resolveException(request, response, null, new IllegalStateException("A fault")) != null);
    }
}
