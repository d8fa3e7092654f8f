package io.counterpart.channel.security;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.ApplicationContext;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.support.security.Sha256;
import io.counterpart.testsupport.authorization.AuthorizationCheck;
import io.counterpart.testsupport.authorization.AuthorizationRules;
import io.counterpart.testsupport.authorization.AuthorizedService;
import io.counterpart.testsupport.authorization.Credentials;
import io.counterpart.testsupport.authorization.Endpoint;
import io.counterpart.testsupport.authorization.ProbeRequest;
import io.counterpart.testsupport.authorization.RequestTarget;
import io.counterpart.testsupport.authorization.ServedEndpoints;
import io.counterpart.testsupport.authorization.TableCaller;

import static io.counterpart.channel.security.TableSubjects.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

class AuthorizationTableIT extends ChannelServiceContext implements AuthorizedService {

    private static final String STOREFRONT_TOKEN = "token-of-the-storefront-in-the-table";
    private static final String SIGN_IN_TOKEN = "token-of-the-shop-in-the-table";
    // HQ alone knows these.
    private static final Credentials TOKEN_OF_HQ = Credentials.token("token-that-hq-knows");
    private static final Credentials SESSION_OF_HQ = Credentials.session("__Host-counterpart-hq=of-a-user", "x");

    private static final Map<String, String> SAMPLES = Map.of(
            "/problems/{name}",
            "/problems/validation",
            "/pos/**",
            "/pos/index.html",
            "/swagger-ui/**",
            "/swagger-ui/index.html",
            "/webjars/**",
            "/webjars/swagger-ui/index.html",
            "/actuator/health/{*path}",
            "/actuator/health/readiness",
            "/api/…",
            "/api/v1/nothing-here",
            Endpoint.OTHER_PATHS,
            "/nothing-here");

    private final AuthorizationRules rules = ChannelAuthorization.rules();

    @SuppressWarnings("NullAway.Init") // created before each test
    private TableSubjects subjects;

    @Autowired
    private ApplicationContext context;

    @LocalManagementPort
    private int managementPort;

    @BeforeEach
    void createWhatTheRequestsAreAbout() {
        storefront(STOREFRONT_TOKEN, "FULL");
        storefront(SIGN_IN_TOKEN, "SIGN_IN_ONLY");
        subjects = new TableSubjects(harbor, jdbc);
        subjects.create(station, harbor.with(SIGN_IN_TOKEN), HQ);
    }

    @Test
    void theCommittedTableSaysWhoMayCallEachEndpoint() {
        var check = new AuthorizationCheck(this);

        assertThat(check.differencesToCommitted())
                .as(check.advice(ChannelAuthorization.class))
                .isEmpty();
    }

    @Test
    void everyCellIsWhatTheServiceAnswers() {
        assertThat(new AuthorizationCheck(this).differencesToAnswers()).isEmpty();
    }

    @Override
    public String module() {
        return "channel-service";
    }

    @Override
    public SortedSet<Endpoint> endpoints() {
        return ServedEndpoints.of(context);
    }

    @Override
    public AuthorizationRules rules() {
        return rules;
    }

    @Override
    public String section(Endpoint endpoint) {
        return endpoint.management() ? "Channel service: management port" : "Channel service";
    }

    @Override
    public int port(Endpoint endpoint) {
        return endpoint.management() ? managementPort : port;
    }

    @Override
    public List<RequestTarget> targets(Endpoint endpoint, TableCaller caller) {
        boolean order = endpoint.pattern().startsWith(ORDERS + "/{id}");
        if (isCreation(endpoint)) {
            return List.of();
        }
        if (!order
                && !endpoint.pattern().startsWith(CUSTOMERS + "/{id}")
                && !endpoint.pattern().equals(ORDERS)) {
            return List.of();
        }
        return Stream.of(RequestTarget.values())
                // Orders stay in their channel database; to a till, no customer of the channel is another one's.
                .filter(target -> !order || target != RequestTarget.OTHER_CHANNEL_DATABASE)
                .filter(target -> caller == TableCaller.CUSTOMER || target != RequestTarget.OTHER_CUSTOMER)
                .toList();
    }

    @Override
    public List<Credentials> credentials(TableCaller caller, Endpoint endpoint) {
        return switch (caller) {
            case NOBODY -> List.of(Credentials.NONE);
            case TILL -> List.of(Credentials.token(HARBOR_TOKEN));
            case STOREFRONT -> List.of(Credentials.token(STOREFRONT_TOKEN));
            case SIGN_IN_ONLY -> List.of(Credentials.token(SIGN_IN_TOKEN));
            case CUSTOMER -> List.of(Credentials.token(subjects.customerToken()));
            case SCRAPER -> List.of(Credentials.token(SCRAPE_TOKEN));
            case CHANNEL_DATABASE, HQ_API -> List.of(TOKEN_OF_HQ);
            case VIEWER, OPERATOR, ADMIN -> List.of(SESSION_OF_HQ);
        };
    }

    @Override
    public ProbeRequest request(Endpoint endpoint, TableCaller caller, RequestTarget target) {
        UUID customer = subjects.customer(target);
        String path = SAMPLES.getOrDefault(endpoint.pattern(), endpoint.pattern())
                .replace("{id}", id(endpoint, target).toString())
                .replace("{addressId}", subjects.part("address", customer))
                .replace("{contactId}", subjects.part("contact", customer));
        ProbeRequest request = ProbeRequest.of(endpoint, "").at(path);
        if (!endpoint.requiredHeader().isEmpty()) {
            request = request.with(endpoint.requiredHeader(), "wait=0");
        }
        return endpoint.method().equals("GET")
                ? request
                : request
                        // Nothing is changed: an outdated version is noticed after the customer has been found.
                        .with("If-Match", "\"999\"")
                        .body(
                                endpoint.consumes().isEmpty() ? "application/json" : endpoint.consumes(),
                                body(endpoint, customer));
    }

    private UUID id(Endpoint endpoint, RequestTarget target) {
        if (isCreation(endpoint)) {
            return UUID.randomUUID();
        }
        return endpoint.pattern().startsWith(ORDERS) ? subjects.order(target) : subjects.customer(target);
    }

    // The only PUT of a customer itself: it is about a customer that does not exist yet.
    private static boolean isCreation(Endpoint endpoint) {
        return endpoint.method().equals("PUT") && endpoint.pattern().equals(CUSTOMERS + "/{id}");
    }

    private static String body(Endpoint endpoint, UUID customer) {
        return switch (endpoint.pattern()) {
            case ORDERS -> "{\"customer\": \"%s\"}".formatted(customer);
            case CUSTOMERS + "/{id}/affiliations" -> "[]";
            default -> "{}";
        };
    }

    private void storefront(String token, String access) {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role, storefront_access)"
                        + " values (?, 'HARBOR', ?, 'STOREFRONT', ?) on conflict do nothing",
                Sha256.hex(token),
                token,
                access);
    }
}
