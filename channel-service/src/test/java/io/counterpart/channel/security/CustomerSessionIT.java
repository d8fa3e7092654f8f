package io.counterpart.channel.security;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.ServletException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The session of a customer at the storefront lasts as long as the token of the storefront. */
class CustomerSessionIT extends ChannelServiceContext {

    private final String token = "token-of-a-shop-" + UUID.randomUUID();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Autowired
    private CustomerSessionService sessions;

    @Autowired
    private DeviceTokenService devices;

    @Autowired
    private ProblemResponses problems;

    private UUID customer = new UUID(0, 0);

    @BeforeEach
    void signIn() {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role, storefront_access)"
                        + " values (?, 'HARBOR', 'shop', 'STOREFRONT', 'SIGN_IN_ONLY')",
                Sha256.hex(token));
        customer = UUID.fromString(
                harbor.post(CUSTOMERS, "{\"lastName\": \"Lee\"}").text("asyncCustomerId"));
        sessions.begin(request, token, customer);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void endsWhenTheTokenOfTheStorefrontIsRevoked() {
        devices.revoke(Sha256.hex(token));

        assertThatThrownBy(() -> sessions.customer(request)).isInstanceOf(Problem.class);
    }

    @Test
    void endsWithTheCustomerOfThePersonBefore() {
        sessions.end(request);

        assertThat(sessions.customer(request)).isEmpty();
        assertThat(sessions.customerId(request)).isEmpty();
    }

    @Test
    void outlivesTheTokenOfTheCustomer() {
        String first = callerOf(request).token();
        jdbc.update(
                "update customer_token set expires_at = now() - interval '1 second' where async_customer_id = ?",
                customer);
        devices.refresh();

        Caller caller = callerOf(request);

        assertThat(caller.token()).isNotEqualTo(first);
        assertThat(caller.customer()).isEqualTo(customer);
        assertThat(caller.role()).isEqualTo(CallerRole.CUSTOMER);
    }

    @Test
    void isNotForTheTokenOfATill() {
        assertThatThrownBy(() -> sessions.begin(new MockHttpServletRequest(), HARBOR_TOKEN, customer))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void isWorthNothingToPagesOfOtherSites(String site) throws IOException, ServletException {
        request.addHeader("Counterpart-Session", "customer");
        request.addHeader("Sec-Fetch-Site", site);

        assertThat(send().getStatus()).isEqualTo(403);
    }

    @Test
    void isUsedOnlyByPagesThatAskForIt() throws IOException, ServletException {
        request.addHeader("Sec-Fetch-Site", "same-origin");
        send();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();

        request.addHeader("Counterpart-Session", "customer");
        send();
        assertThat(SecurityContextHolder.getContext().getAuthentication())
                .extracting(Authentication::getPrincipal)
                .isEqualTo(callerOf(request));
    }

    private MockHttpServletResponse send() throws IOException, ServletException {
        request.setRequestURI("/api/v1/customers/" + customer);
        // A request is filtered once.
        request.clearAttributes();
        var response = new MockHttpServletResponse();
        new CustomerSessionFilter(sessions, problems).doFilter(request, response, new MockFilterChain());
        return response;
    }

    private Caller callerOf(MockHttpServletRequest sent) {
        return sessions.customer(sent).orElseThrow();
    }
}
