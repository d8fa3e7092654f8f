package io.counterpart.support.security;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import io.counterpart.support.problem.ProblemResponses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class BearerTokenFilterTests {

    private enum Role {
        TILL
    }

    private final ProblemResponses problems = mock(ProblemResponses.class);
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicReference<@Nullable Authentication> caller = new AtomicReference<>();

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer known", "bearer known", "Bearer  known "})
    void knowsTheCallerByTheToken(String header) throws Exception {
        filter(header);

        assertThat(caller.get()).satisfies(it -> {
            assertThat(it.getPrincipal()).isEqualTo("till 1");
            assertThat(it.getAuthorities()).extracting(Object::toString).isEqualTo(List.of("ROLE_TILL"));
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"Bearer unknown", "Basic known", "Bearer"})
    void letsTheOthersPassUnknown(@Nullable String header) throws Exception {
        filter(header);

        assertThat(caller.get()).isNull();
    }

    @Test
    void answersAProblemWhereTheTokensCannotBeRead() throws Exception {
        filter("Bearer broken");

        verify(problems).write(any(IllegalStateException.class), any(), eq(response));
        assertThat(caller.get()).isNull();
    }

    private void filter(@Nullable String header) throws Exception {
        var request = new MockHttpServletRequest();
        if (header != null) {
            request.addHeader(HttpHeaders.AUTHORIZATION, header);
        }
        new BearerTokenFilter(BearerTokenFilterTests::find, problems)
                .doFilter(
                        request,
                        response,
                        (passed, answer) ->
                                caller.set(SecurityContextHolder.getContext().getAuthentication()));
    }

    private static Optional<Authentication> find(String token) {
        if (token.equals("broken")) {
            throw new IllegalStateException("away");
        }
        return token.equals("known")
                ? Optional.of(BearerTokenFilter.authenticated("till 1", Role.TILL))
                : Optional.empty();
    }
}
