package io.counterpart.hq.realtime;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class RealTimeCallerIT extends RealTimeSupport {

    @Test
    void keepsChannelDatabasesApart() {
        String online = work.bearer(TokenRole.CHANNEL_DATABASE, "online");
        String api = work.bearer(TokenRole.HQ_API, null);
        String till = work.bearer(TokenRole.TILL, null);
        String json = work.json(OperationFixtures.creation());

        assertThat(send(json, online)).hasStatus(403);
        assertThat(send(json, api)).hasStatus(403);
        assertThat(send(json, till)).hasStatus(403);
        assertThat(send(json, "Bearer nonsense")).hasStatus(401);
        assertThat(work.count("customer")).isZero();
    }

    @Test
    void refusesAChannelOfAnotherChannelDatabase() {
        String json = work.json(OperationFixtures.creation());

        assertThat(send(json.replace("\"HARBOR\"", "\"ONLINE\""), harbor)).hasStatus(403);
        assertThat(send(json.replace("\"HARBOR\"", "\"NOWHERE\""), harbor)).hasStatus(403);
        assertThat(send(json, harbor)).hasStatusOk();
    }

    @Test
    void takesIdentitiesOnlyFromAChannelDatabaseWithAnOnlineStore() {
        var identity = new ExternalIdentity("https://id.example.com", "42");
        var creation = OperationFixtures.creation(UUID.randomUUID(), OperationFixtures.annLee(), identity);
        assertThat(send(creation)).hasStatus(403);

        work.jdbcUpdate("update channel set type = 'ONLINE_STORE' where channel = 'STATION'");

        assertThat(send(creation)).hasStatusOk();
    }

    @Test
    void refusesTheDemoTokensOutsideTheProfileLocal() {
        work.token("local-rts-harbor", TokenRole.CHANNEL_DATABASE, "harbor");

        assertThat(send(work.json(OperationFixtures.creation()), "Bearer local-rts-harbor"))
                .hasStatus(401);
    }
}
