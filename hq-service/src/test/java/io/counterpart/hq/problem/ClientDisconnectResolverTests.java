package io.counterpart.hq.problem;

import java.io.IOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.List;

import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.HandlerExceptionResolver;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

@HqManualContext
class ClientDisconnectResolverTests {

    @Autowired
    List<HandlerExceptionResolver> resolvers;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/customers"})
    void whoLeftIsSentNothingMore(String path) throws IOException {
        assertThat(isToldOf(new ClientAbortException(new IOException("Broken pipe")), path))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/customers"})
    void whoWaitsIsNotLeftWithoutWords(String path) throws IOException {
        assertThat(isToldOf(new IOException("The disk is full"), path)).isTrue();
    }

    /** A PostgreSQL that terminates also causes a broken pipe, but its failure must be reported to the client. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/customers"})
    void whoWaitsForADatabaseThatWentAwayIsTold(String path) throws IOException {
        var cause = new SQLException("An I/O error occurred", "08006", new SocketException("Broken pipe"));

        assertThat(isToldOf(new CannotCreateTransactionException("The database is away", cause), path))
                .isTrue();
    }

    /** Whether the first resolver that handles the exception shows a page or writes a response. */
    private boolean isToldOf(Exception e, String path) throws IOException {
        var response = new MockHttpServletResponse();
        for (var resolver : resolvers) {
            var answer = resolver.resolveException(new MockHttpServletRequest("GET", path), response, null, e);
            if (answer != null) {
                return !answer.isEmpty() || !response.getContentAsString().isEmpty();
            }
        }
        return fail("Nobody answers");
    }
}
