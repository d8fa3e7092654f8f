package io.counterpart.channel.configuration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.ChannelToken;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ConfigurationIT extends ChannelServiceContext {

    private static final String CONFIGURATION = "/api/v1/configuration";

    private final String channel = "CH" + UUID.randomUUID().toString().substring(0, 8);
    private final String token = "token-" + channel;

    @Test
    void showsWhatTheChannelRuns() {
        JsonNode running = harbor.get(CONFIGURATION).json();

        assertThat(running.path("channel").asString()).isEqualTo("HARBOR");
        assertThat(running.path("customerCreationMode").asString()).isEqualTo("ASYNC");
        assertThat(running.path("defaultCustomer").path("accountNumber").asString())
                .isEqualTo("000001");
        assertThat(running.path("versions").path("1070").path("version").asLong())
                .isPositive();
        assertThat(running.path("versions").path("1110").path("appliedAt").asString())
                .isNotEmpty();
        assertThat(running.path("features")
                        .valueStream()
                        .filter(feature -> feature.path("enabled").asBoolean())
                        .map(feature -> feature.path("name").asString()))
                .containsExactlyInAnyOrder(
                        "performance-improvements",
                        "enhanced-async-customer-creation",
                        "async-customer-addresses",
                        "async-customer-editing",
                        "multiple-emails-and-phones");
        assertThat(running.toString()).doesNotContain("sha256", Sha256.hex("token-of-harbor"));
    }

    @Test
    void appliesAHigherVersionAndIgnoresALowerOne() {
        ChannelConfiguration old = HqConfigurations.channel(channel, CHANNEL_DATABASE, true, token);
        HQ.configure(HqConfigurations.channel(channel, CHANNEL_DATABASE, false, token));
        awaitStatus(token, 200);

        HQ.configure(old);
        HQ.configure(HqConfigurations.channel(channel + "-2", CHANNEL_DATABASE, true, token + "-2"));
        awaitStatus(token + "-2", 200);

        assertThat(harbor.with(token).get(CONFIGURATION).text("customerCreationMode"))
                .isEqualTo("SYNC");
    }

    @Test
    void knowsNoChannelsOfOtherChannelDatabases() {
        HQ.configure(HqConfigurations.channel(channel, "elsewhere", true, token));
        HQ.configure(HqConfigurations.channel(channel + "-2", CHANNEL_DATABASE, true, token + "-2"));
        awaitStatus(token + "-2", 200);

        assertThat(harbor.with(token).get(CONFIGURATION).status()).isEqualTo(401);
    }

    @Test
    void forgetsTokensThatHeadquartersRevokedAndChannelsThatMovedAway() {
        HQ.configure(HqConfigurations.channel(channel, CHANNEL_DATABASE, true, token));
        awaitStatus(token, 200);

        HQ.configure(HqConfigurations.channel(channel, CHANNEL_DATABASE, true, token + "-new"));
        awaitStatus(token + "-new", 200);
        awaitStatus(token, 401);
        HQ.configure(HqConfigurations.channel(channel, "elsewhere", true, token + "-new"));
        awaitStatus(token + "-new", 401);
    }

    @Test
    void aLateRecordOfAnotherChannelDatabaseTakesNoChannelAway() {
        ChannelConfiguration before = HqConfigurations.channel(channel, "elsewhere", true, token);
        HQ.configure(HqConfigurations.channel(channel, CHANNEL_DATABASE, true, token));
        awaitStatus(token, 200);

        HQ.configure(before);
        awaitEverythingApplied();

        assertThat(harbor.with(token).get(CONFIGURATION).status()).isEqualTo(200);
    }

    @Test
    void aLateRecordDoesNotBringAChannelBackThatMovedAway() {
        ChannelConfiguration before = HqConfigurations.channel(channel, CHANNEL_DATABASE, true, token);
        HQ.configure(before);
        awaitStatus(token, 200);
        HQ.configure(HqConfigurations.channel(channel, "elsewhere", true, token));
        awaitStatus(token, 401);

        HQ.configure(before);
        awaitEverythingApplied();

        assertThat(harbor.with(token).get(CONFIGURATION).status()).isEqualTo(401);
    }

    @Test
    void refusesTokensOfOtherRolesAndExpiredOnes() {
        ChannelConfiguration plain = HqConfigurations.channel(channel, CHANNEL_DATABASE, true, token);
        HQ.configure(withTokens(
                plain,
                new ChannelToken(
                        Sha256.hex(token), "till", TokenRole.TILL, Instant.now().plusSeconds(60), null),
                new ChannelToken(Sha256.hex(token + "-db"), "db", TokenRole.CHANNEL_DATABASE, null, null),
                new ChannelToken(
                        Sha256.hex(token + "-old"),
                        "old",
                        TokenRole.TILL,
                        Instant.now().minusSeconds(1),
                        null)));
        awaitStatus(token, 200);

        assertThat(harbor.with(token + "-db").get(CONFIGURATION).text("type")).isEqualTo("/problems/forbidden");
        assertThat(harbor.with(token + "-old").get(CONFIGURATION).status()).isEqualTo(401);
    }

    @Test
    void putsConfigurationThatCannotBeReadOnTheDeadLetters() {
        HQ.publishBytes(Topics.CHANNEL_CONFIGURATION_1070, channel, "garbage".getBytes(StandardCharsets.UTF_8));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> HQ.recordsOf(Topics.CHANNEL_CONFIGURATION_1070 + Topics.DEAD_LETTER_SUFFIX, channel)
                                .size()
                        == 1);
    }

    // The record of another channel; all records go to one partition here, or at least through one poll.
    private void awaitEverythingApplied() {
        HQ.configure(HqConfigurations.channel(channel + "-2", CHANNEL_DATABASE, true, token + "-2"));
        awaitStatus(token + "-2", 200);
    }

    private void awaitStatus(String bearer, int status) {
        ApiClient api = harbor.with(bearer);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get(CONFIGURATION).status() == status);
    }

    private static ChannelConfiguration withTokens(ChannelConfiguration plain, ChannelToken... tokens) {
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
                List.of(tokens),
                plain.clerks());
    }
}
