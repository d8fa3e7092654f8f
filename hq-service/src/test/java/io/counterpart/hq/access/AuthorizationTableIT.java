package io.counterpart.hq.access;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.security.Role;
import io.counterpart.hq.testing.FreshDatabaseInitializer;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.testsupport.authorization.AuthorizationCheck;
import io.counterpart.testsupport.authorization.AuthorizationRules;
import io.counterpart.testsupport.authorization.AuthorizedService;
import io.counterpart.testsupport.authorization.Credentials;
import io.counterpart.testsupport.authorization.Endpoint;
import io.counterpart.testsupport.authorization.HandlerHeader;
import io.counterpart.testsupport.authorization.ProbeRequest;
import io.counterpart.testsupport.authorization.RequestTarget;
import io.counterpart.testsupport.authorization.ServedEndpoints;
import io.counterpart.testsupport.authorization.TableCaller;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** With a database and ports of its own, because an administrator's requests change what other tests rely on. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "spring.kafka.listener.auto-startup=false",
            "hq.synchronization.enabled=false",
            "hq.clock.enabled=false",
            "hq.alerts.enabled=false",
            "hq.statistics.enabled=false",
            "hq.resend.enabled=false",
            "hq.channel-restore.interval=1h",
            "hq.reconciliation.enabled=false",
            "hq.recovery.enabled=false",
            "hq.topics.retry-interval=1h",
            "management.server.port=0",
            "counterpart.management.scrape-token=token-SCRAPER",
            // All callers have one address.
            "counterpart.limits.failures-per-minute=1000000",
            "logging.level.org.apache.kafka=off"
        })
@ContextConfiguration(initializers = FreshDatabaseInitializer.class)
@Import({TestDriver.class, HandlerHeader.class})
class AuthorizationTableIT implements AuthorizedService {

    private static final String PASSWORD = "seven quiet lighthouses";
    // No object has this ID or name, so that the requests change nothing that later ones need.
    private static final String NOTHING = new UUID(0, 0).toString();
    private static final Map<String, String> SAMPLES = Map.of(
            "/problems/{name}",
            "/problems/validation",
            "/swagger-ui/**",
            "/swagger-ui/index.html",
            "/webjars/**",
            "/webjars/htmx.org/dist/htmx.min.js",
            "/actuator/health/{*path}",
            "/actuator/health/readiness",
            "/actuator/metrics/{requiredMetricName}",
            "/actuator/metrics/jvm.memory.used",
            "/api/…",
            "/api/v1/nothing-here",
            Endpoint.OTHER_PATHS,
            "/nothing-here");

    private final AuthorizationRules rules = HqAuthorization.rules();
    private final Map<TableCaller, Credentials> known = new EnumMap<>(TableCaller.class);
    private final RealTimeRequests realTime = new RealTimeRequests();

    @Autowired
    ApplicationContext context;

    @Autowired
    TestDriver work;

    @Autowired
    HqUserRepository users;

    @Autowired
    PasswordEncoder passwords;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @BeforeEach
    void oneCallerOfEachKind() {
        work.clear();
        work.jdbcUpdate("delete from hq_user");
        work.channels();
        realTime.createCustomers(work);
        for (TokenRole role : TokenRole.values()) {
            String token = "token-" + role;
            work.token(token, role, role == TokenRole.CHANNEL_DATABASE ? "harbor" : null);
            known.put(TableCaller.valueOf(role.name()), Credentials.token(token));
        }
        known.put(TableCaller.SIGN_IN_ONLY, credentials(TableCaller.STOREFRONT));
        known.put(TableCaller.SCRAPER, Credentials.token("token-SCRAPER"));
        // Only channels know it.
        known.put(TableCaller.CUSTOMER, Credentials.token("token-of-a-customer"));
        String hash = passwords.encode(PASSWORD);
        for (Role role : Role.values()) {
            users.add(role.name().toLowerCase(Locale.ROOT), hash, role, Instant.EPOCH);
            known.put(TableCaller.valueOf(role.name()), signIn(TableCaller.valueOf(role.name())));
            users.add(leaving(TableCaller.valueOf(role.name())), hash, role, Instant.EPOCH);
        }
        known.put(TableCaller.NOBODY, signIn(TableCaller.NOBODY));
    }

    @Test
    void theCommittedTableSaysWhoMayCallEachEndpoint() {
        var check = new AuthorizationCheck(this);

        assertThat(check.differencesToCommitted())
                .as(check.advice(HqAuthorization.class))
                .isEmpty();
    }

    @Test
    void everyCellIsWhatTheServiceAnswers() {
        assertThat(new AuthorizationCheck(this).differencesToAnswers()).isEmpty();
    }

    @Override
    public String module() {
        return "hq-service";
    }

    @Override
    public SortedSet<Endpoint> endpoints() {
        SortedSet<Endpoint> endpoints = ServedEndpoints.of(context);
        // Filters respond to these.
        endpoints.add(Endpoint.unhandled("POST", "/sign-in", false));
        endpoints.add(Endpoint.unhandled("POST", "/sign-out", false));
        return endpoints;
    }

    @Override
    public AuthorizationRules rules() {
        return rules;
    }

    @Override
    public String section(Endpoint endpoint) {
        return HqAuthorization.section(endpoint);
    }

    @Override
    public int port(Endpoint endpoint) {
        return endpoint.management() ? managementPort : port;
    }

    @Override
    public List<RequestTarget> targets(Endpoint endpoint, TableCaller caller) {
        return RealTimeRequests.targets(endpoint);
    }

    @Override
    public List<Credentials> credentials(TableCaller caller, Endpoint endpoint) {
        boolean ends =
                endpoint.pattern().startsWith("/sign-") && endpoint.method().equals("POST");
        boolean page = HqAuthorization.isPage(endpoint);
        if (endpoint.pattern().equals("/account/sign-out-everywhere") && caller.isUser()) {
            return List.of(new BrowserSession(port).signIn(leaving(caller), PASSWORD));
        }
        Credentials anonymous = ends ? signIn(TableCaller.NOBODY) : credentials(TableCaller.NOBODY);
        Credentials credentials = ends && caller.isUser() ? signIn(caller) : credentials(caller);
        if (caller == TableCaller.NOBODY) {
            // A form of nobody is rejected for its missing CSRF token before its permission is asked for.
            return page && endpoint.method().equals("POST") ? List.of(anonymous) : List.of(Credentials.NONE, anonymous);
        }
        return List.of(page && !caller.isUser() ? credentials.and(anonymous) : credentials);
    }

    @Override
    public ProbeRequest request(Endpoint endpoint, TableCaller caller, RequestTarget target) {
        ProbeRequest request = ProbeRequest.of(endpoint, NOTHING);
        request = request.at(SAMPLES.getOrDefault(endpoint.pattern(), request.path()));
        if (endpoint.pattern().startsWith("/realtime/")) {
            return realTime.about(target, endpoint, request);
        }
        return endpoint.method().equals("GET") || HqAuthorization.isPage(endpoint)
                ? request
                : request.body(endpoint.consumes().isEmpty() ? "application/json" : endpoint.consumes(), "{}");
    }

    /** A user of the same role, whose sessions may end. */
    private static String leaving(TableCaller caller) {
        return caller.name().toLowerCase(Locale.ROOT) + "-leaving";
    }

    private Credentials credentials(TableCaller caller) {
        return requireNonNull(known.get(caller));
    }

    private Credentials signIn(TableCaller caller) {
        var browser = new BrowserSession(port);
        return caller == TableCaller.NOBODY
                ? browser.anonymous()
                : browser.signIn(caller.name().toLowerCase(Locale.ROOT), PASSWORD);
    }
}
