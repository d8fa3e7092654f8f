package io.counterpart.hq.sender;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.messaging.SignatureProperties;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.messaging.intake.RejectedRecordException;
import io.counterpart.messaging.signature.HmacKey;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HqManualContext
class SenderIT {

    @Autowired
    SenderRepository repository;

    @Autowired
    TestDriver work;

    private SenderService service;

    @BeforeEach
    void begin() {
        work.clear();
        work.jdbcUpdate("truncate channel_former_database");
        work.channels();
        service = service(false);
    }

    @Test
    void acceptsAChannelOfItsChannelDatabase() {
        accepts(unsigned(), "harbor", "HARBOR");
        accepts(unsigned(), "harbor", "STATION");
        accepts(unsigned(), "online", null);
    }

    @Test
    void rejectsUnknownAndForeignChannels() {
        rejects(unsigned(), "nowhere", "HARBOR", "The channel database is unknown: nowhere");
        rejects(unsigned(), "nowhere", null, "The channel database is unknown: nowhere");
        rejects(unsigned(), "hq", null, "The channel database is unknown: hq");
        rejects(unsigned(), "harbor", "", "The channel is unknown: ");
        rejects(unsigned(), "harbor", "PIER", "The channel is unknown: PIER");
        rejects(unsigned(), "harbor", "ONLINE", "The channel ONLINE does not belong to the channel database harbor");
    }

    @Test
    void acceptsLateOperationsOfAChannelThatWasMoved() {
        work.jdbcUpdate("insert into channel_former_database values ('STATION', 'harbor')");
        work.jdbcUpdate("update channel set channel_database = 'online' where channel = 'STATION'");

        accepts(unsigned(), "harbor", "STATION");
        accepts(unsigned(), "online", "STATION");
        rejects(unsigned(), "online", "HARBOR", "The channel HARBOR does not belong to the channel database online");
    }

    @Test
    void acceptsBothTokensDuringARotation() {
        service = service(true);
        work.token("old", TokenRole.CHANNEL_DATABASE, "harbor");
        work.token("new", TokenRole.CHANNEL_DATABASE, "harbor");

        accepts(signed("old"), "harbor", "HARBOR");
        accepts(signed("new"), "harbor", "HARBOR");
        rejects(signed("other"), "harbor", "HARBOR", "The signature is wrong");
        rejects(unsigned(), "harbor", "HARBOR", "The signature is missing");
    }

    @Test
    void rejectsAWrongSignatureEvenWhereNoneIsRequired() {
        work.token("old", TokenRole.CHANNEL_DATABASE, "harbor");

        rejects(signed("other"), "harbor", "HARBOR", "The signature is wrong");
        accepts(unsigned(), "harbor", "HARBOR");
    }

    @Test
    void aChannelDatabaseSignsForItselfOnly() {
        work.token("of-harbor", TokenRole.CHANNEL_DATABASE, "harbor");
        work.token("of-online", TokenRole.CHANNEL_DATABASE, "online");
        work.token("of-a-till", TokenRole.TILL, null);

        rejects(signed("of-online"), "harbor", "HARBOR", "The signature is wrong");
        rejects(signed("of-a-till"), "harbor", "HARBOR", "The signature is wrong");
        accepts(signed("of-online"), "online", "ONLINE");
    }

    @Test
    void rejectsTheSignatureOfAnExpiredOrARevokedToken() {
        work.token("expired", TokenRole.CHANNEL_DATABASE, "harbor");
        work.jdbcUpdate("update device_token set expires_at = now() - interval '1 second'");
        work.token("revoked", TokenRole.CHANNEL_DATABASE, "harbor");
        accepts(signed("revoked"), "harbor", "HARBOR");
        work.jdbcUpdate("delete from device_token where expires_at is null");
        service = service(false);

        rejects(signed("expired"), "harbor", "HARBOR", "The signature is wrong");
        rejects(signed("revoked"), "harbor", "HARBOR", "The signature is wrong");
    }

    @Test
    void acceptsNoDemoTokenOutsideTheProfileLocal() {
        work.token("local-rts-harbor", TokenRole.CHANNEL_DATABASE, "harbor");

        rejects(signed("local-rts-harbor"), "harbor", "HARBOR", "The signature is wrong");
    }

    private void accepts(ConsumerRecord<String, byte[]> record, String database, @Nullable String channel) {
        assertThatCode(() -> service.check(record, database, channel)).doesNotThrowAnyException();
    }

    private void rejects(
            ConsumerRecord<String, byte[]> record, String database, @Nullable String channel, String reason) {
        assertThatThrownBy(() -> service.check(record, database, channel))
                .isInstanceOf(RejectedRecordException.class)
                .hasMessage(reason);
    }

    private SenderService service(boolean required) {
        return new SenderService(repository, new SignatureProperties(required, "", List.of()));
    }

    private static ConsumerRecord<String, byte[]> unsigned() {
        return new ConsumerRecord<>(Topics.P_0001, 0, 0, "key", bytes("{}"));
    }

    private static ConsumerRecord<String, byte[]> signed(String token) {
        var sent = new ProducerRecord<>(Topics.P_0001, "key", bytes("{}"));
        HmacKey.derivedFrom(Sha256.digest(bytes(token))).sign(List.of(sent));
        var record = unsigned();
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
