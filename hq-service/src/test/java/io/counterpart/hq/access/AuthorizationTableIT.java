package io.counterpart.hq.access;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.springframework.core.io.Resource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.security.Role;
import io.counterpart.hq.testing.FreshDatabaseInitializer;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.testsupport.authorization.AuthorizationCheck;
import io.counterpart.testsupport.authorization.AuthorizationRules;
import io.counterpart.testsupport.authorization.AuthorizedService;
import io.counterpart.testsupport.authorization.CallerRole;
import io.counterpart.testsupport.authorization.Credentials;
import io.counterpart.testsupport.authorization.Endpoint;
import io.counterpart.testsupport.authorization.HandlerHeader;
import io.counterpart.testsupport.authorization.ProbeRequest;
import io.counterpart.testsupport.authorization.RequestTarget;
import io.counterpart.testsupport.authorization.ServedEndpoints;

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
            "hq.resend.enabled=false",
            "hq.channel-restore.interval=1h",
            "hq.reconciliation.enabled=false",
            "hq.recovery.enabled=false",
            "hq.topics.retry-interval=1h",
            "management.server.port=0",
            "logging.level.org.apache.kafka=off"
        })
@ContextConfiguration(initializers = FreshDatabaseInitializer.class)
@Import({TestDriver.class, HandlerHeader.class})
class AuthorizationTableIT implements AuthorizedService {

    private static final String PASSWORD = "seven quiet lighthouses";
    // No object has this ID or name, so that the requests change nothing that later ones need.
    private static final String NOTHING = new UUID(0, 0).toString();
    private static final Map<String, String> SAMPLES = Map.of(
            "/problems/{name}", "/problems/validation",
            "/swagger-ui*/**", "/swagger-ui/index.html",
            "/webjars/**", "/webjars/htmx.org/dist/htmx.min.js",
            "/actuator/health/{*path}", "/actuator/health/readiness",
            "/actuator/metrics/{requiredMetricName}", "/actuator/metrics/jvm.memory.used",
            "/api/…", "/api/v1/nothing-here",
            Endpoint.OTHER_PATHS, "/nothing-here");

    private final AuthorizationRules rules = HqAuthorization.rules();
    private final Map<CallerRole, Credentials> known = new EnumMap<>(CallerRole.class);
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
            known.put(CallerRole.valueOf(role.name()), Credentials.token(token));
        }
        String hash = passwords.encode(PASSWORD);
        for (Role role : Role.values()) {
            users.add(role.name().toLowerCase(Locale.ROOT), hash, role, Instant.EPOCH);
            known.put(CallerRole.valueOf(role.name()), signIn(CallerRole.valueOf(role.name())));
        }
        known.put(CallerRole.NOBODY, signIn(CallerRole.NOBODY));
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
        endpoints.add(Endpoint.unhandled("GET", "/api/…", false));
        try {
            for (Resource file : context.getResources("classpath:static/*")) {
                endpoints.add(Endpoint.unhandled("GET", "/" + file.getFilename(), false));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    public List<RequestTarget> targets(Endpoint endpoint, CallerRole caller) {
        return RealTimeRequests.targets(endpoint);
    }

    @Override
    public List<Credentials> credentials(CallerRole caller, Endpoint endpoint) {
        boolean ends = endpoint.pattern().startsWith("/sign-") && endpoint.method().equals("POST");
        boolean page = HqAuthorization.isPage(endpoint);
        Credentials anonymous = ends ? signIn(CallerRole.NOBODY) : credentials(CallerRole.NOBODY);
        Credentials credentials = ends && caller.isUser() ? signIn(caller) : credentials(caller);
        if (caller == CallerRole.NOBODY) {
            // A form of nobody is rejected for its missing CSRF token before its permission is asked for.
            return page && endpoint.method().equals("POST") ? List.of(anonymous) : List.of(Credentials.NONE, anonymous);
        }
        return List.of(page && !caller.isUser() ? credentials.and(anonymous) : credentials);
    }

    @Override
    public ProbeRequest request(Endpoint endpoint, CallerRole caller, RequestTarget target) {
        ProbeRequest request = ProbeRequest.of(endpoint, NOTHING);
        request = request.at(SAMPLES.getOrDefault(endpoint.pattern(), request.path()));
        if (endpoint.pattern().startsWith("/realtime/")) {
            return realTime.about(target, endpoint, request);
        }
        return endpoint.method().equals("GET") || HqAuthorization.isPage(endpoint)
                ? request
                : request.body(endpoint.consumes().isEmpty() ? "application/json" : endpoint.consumes(), "{}");
    }

    private Credentials credentials(CallerRole caller) {
        return requireNonNull(known.get(caller));
    }

    private Credentials signIn(CallerRole caller) {
        var browser = new BrowserSession(port);
        return caller == CallerRole.NOBODY
                ? browser.anonymous()
                : browser.signIn(caller.name().toLowerCase(Locale.ROOT), PASSWORD);
    }
}
