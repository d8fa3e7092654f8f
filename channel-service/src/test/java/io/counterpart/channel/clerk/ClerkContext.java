package io.counterpart.channel.clerk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.contract.configuration.ChannelClerk;
import io.counterpart.contract.configuration.ChannelConfiguration;

import static org.awaitility.Awaitility.await;

/** A running channel service with a channel of its own for each test: two tills, and the clerks Robin and Kim. */
abstract class ClerkContext extends ChannelServiceContext {

    static final String CLERKS = "/api/v1/clerks";
    static final String SIGN_INS = "/api/v1/clerk-sign-ins";
    static final String PIN = "4711";
    private static final Duration SOON = Duration.ofSeconds(20);

    final String channel = "CK" + UUID.randomUUID().toString().substring(0, 8);
    final String token = "token-" + channel;
    // The times of PostgreSQL have no nanoseconds.
    final Instant since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    final ChannelClerk robin = clerk("Robin Reyes", PIN, since);
    final ChannelClerk kim = clerk("Kim Ito", "00815", since);
    ApiClient till;
    ApiClient otherTill;

    @BeforeEach
    void configureClerks() {
        till = harbor.with(token);
        otherTill = harbor.with(token + "-2");
        configure(robin, kim);
        await().atMost(SOON).until(() -> till.get(CLERKS).body().contains(robin.name()));
    }

    void configure(ChannelClerk... clerks) {
        HQ.configure(configuration(channel, List.of(clerks), token, token + "-2"));
    }

    static ChannelConfiguration configuration(String channel, List<ChannelClerk> clerks, String... tokens) {
        ChannelConfiguration plain = HqConfigurations.channel(channel, CHANNEL_DATABASE, true, tokens);
        return new ChannelConfiguration(
                plain.schemaVersion(),
                plain.version(),
                plain.channel(),
                plain.name(),
                plain.type(),
                plain.channelDatabase(),
                plain.functionalityProfile(),
                plain.defaultCustomer(),
                plain.operatingUnit(),
                plain.filterSharedCustomerDataTables(),
                plain.tokens(),
                clerks);
    }

    // A fast hash: the tests are not about its cost.
    static ChannelClerk clerk(String name, String pin, Instant since) {
        return new ChannelClerk(UUID.randomUUID(), name, new BCryptPasswordEncoder(4).encode(pin), since);
    }

    Response signIn(ChannelClerk clerk, String pin) {
        return signIn(till, clerk.id().toString(), pin);
    }

    static Response signIn(ApiClient till, String clerk, String pin) {
        return till.post(SIGN_INS, body(clerk, pin));
    }

    static String body(String clerk, String pin) {
        return "{\"clerk\": \"%s\", \"pin\": \"%s\"}".formatted(clerk, pin);
    }

    void awaitStatus(int status, ChannelClerk clerk, String pin) {
        await().atMost(SOON).until(() -> signIn(clerk, pin).status() == status);
    }

    List<String> names() {
        return till.get(CLERKS)
                .json()
                .path("items")
                .valueStream()
                .map(clerk -> clerk.path("name").asString())
                .toList();
    }

    void waitIsOver(ChannelClerk clerk) {
        jdbc.update(
                "update clerk_sign_in_attempt set blocked_until = ? where clerk = ?",
                Timestamp.from(Instant.now().minusSeconds(1)),
                clerk.id());
    }
}
