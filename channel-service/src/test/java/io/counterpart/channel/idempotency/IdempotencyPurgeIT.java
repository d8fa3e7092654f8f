package io.counterpart.channel.idempotency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyPurgeIT extends ChannelServiceContext {

    private final String key = UUID.randomUUID().toString();
    private final String name = "Name-" + key;
    private final String body = "{\"lastName\": \"%s\"}".formatted(name);

    @Test
    void forgetsKeysAfterThirtyDays(@Autowired IdempotencyService requests) {
        harbor.post(CUSTOMERS, body, "Idempotency-Key", key);
        jdbc.update(
                "update idempotency_key set created_at = ? where key = ?",
                Timestamp.from(Instant.now().minusSeconds(31L * 24 * 3600)),
                storedKey());

        requests.purge();

        assertThat(jdbc.queryForObject(
                        "select count(*) from idempotency_key where key = ?", Integer.class, storedKey()))
                .isZero();
    }

    @Test
    void forgetsAThousandKeysInATransaction(@Autowired IdempotencyRepository repository) {
        jdbc.update(
                "insert into idempotency_key (channel, key, request_hash, request_id, created_at)"
                        + " select 'LONGAGO', ? || n, 'hash', gen_random_uuid(), timestamptz '2001-01-01' from generate_series(1, 25) n",
                key);
        Instant before = Instant.parse("2002-01-01T00:00:00Z");

        assertThat(repository.purge(before, 10)).isEqualTo(10);
        assertThat(repository.purge(before, 100)).isEqualTo(15);
    }

    private String storedKey() {
        return Sha256.hex(HARBOR_TOKEN).substring(0, 16) + "/" + key;
    }
}
