package io.counterpart.channel.clerk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.ChannelClerk;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ClerkRevocationIT extends ClerkContext {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aClerkWho1070DoesNotContainCannotSignInAnyMore() {
        assertThat(signIn(robin, PIN).status()).isEqualTo(200);

        configure(kim);

        awaitStatus(403, robin, PIN);
        assertThat(names()).containsExactly("Kim Ito");
    }

    @Test
    void aRevocationNeedsNo1070AndALaterOneWithTheSamePinDoesNotEndIt() {
        revoke(since.plusMillis(1));

        awaitStatus(403, robin, PIN);
        assertThat(names()).containsExactly("Kim Ito");
        configure(robin, kim, clerk("Applied", "9999", since));
        await().atMost(SOON).until(() -> names().contains("Applied"));
        assertThat(signIn(robin, PIN).status()).isEqualTo(403);
    }

    @Test
    void aPinThatWasSetAfterTheRevocationIsValidWhicheverArrivesFirst() {
        Instant later = since.plusSeconds(1);
        configure(
                new ChannelClerk(
                        robin.id(), robin.name(), clerk("", "2468", later).pinHash(), later),
                kim);
        awaitStatus(200, robin, "2468");

        revoke(later);
        revoke(since);
        awaitRevocation(later);

        assertThat(signIn(robin, "2468").status()).isEqualTo(200);
    }

    @Test
    void an1070OfAnOlderHqKeepsTheClerks() {
        ChannelConfiguration older = withoutClerks(configuration(channel, List.of(), token, token + "-3"));
        HQ.configure(older);

        await().atMost(SOON).until(() -> harbor.with(token + "-3").get(CLERKS).status() == 200);
        assertThat(names()).containsExactly("Kim Ito", "Robin Reyes");
    }

    @Test
    void aRevokedTokenLosesItsDataKey() {
        signIn(robin, PIN);
        assertThat(dataKeys()).isOne();

        HQ.publish(
                Topics.CONTROL,
                CHANNEL_DATABASE,
                JobCommand.revokeToken(CHANNEL_DATABASE, Sha256.hex(token), Instant.now()));

        await().atMost(SOON).until(() -> dataKeys() == 0);
        assertThat(signIn(robin, PIN).status()).isEqualTo(401);
        assertThat(dataKeys()).isZero();
    }

    private long dataKeys() {
        return jdbc.queryForList("select 1 from till_data_key where token_sha256 = ?", Sha256.hex(token))
                .size();
    }

    private void revoke(Instant at) {
        HQ.publish(Topics.CONTROL, CHANNEL_DATABASE, JobCommand.revokeClerk(CHANNEL_DATABASE, robin.id(), at));
    }

    // The second revocation is applied with or after the first one, and does not take it back.
    private void awaitRevocation(Instant at) {
        String until = "select 1 from clerk_revocation where clerk = ? and revoked_at = ?";
        await().atMost(SOON)
                .until(() ->
                        jdbc.queryForList(until, robin.id(), Timestamp.from(at)).size() == 1);
    }

    private static ChannelConfiguration withoutClerks(ChannelConfiguration channel) {
        return new ChannelConfiguration(
                channel.schemaVersion(),
                channel.version(),
                channel.channel(),
                channel.name(),
                channel.type(),
                channel.channelDatabase(),
                channel.functionalityProfile(),
                channel.defaultCustomer(),
                channel.operatingUnit(),
                channel.filterSharedCustomerDataTables(),
                channel.tokens(),
                null);
    }
}
