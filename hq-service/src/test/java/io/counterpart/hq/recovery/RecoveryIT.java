package io.counterpart.hq.recovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.session.ChannelReport.ReportedCustomers;
import io.counterpart.hq.numbering.NumberGate;
import io.counterpart.hq.numbering.NumbersBlockedException;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HqManualContext
class RecoveryIT extends RecoverySupport {

    @Autowired
    ApiClient client;

    @Autowired
    NumberGate gate;

    @Autowired
    RestoreDetection detection;

    @Test
    void whileARecoveryRunsNoNumberIsGivenAndNothingFails() {
        recoveries.begin("test", Instant.EPOCH);
        work.stage(List.of(OperationFixtures.creation(UUID.randomUUID())));

        work.synchronize();

        assertThat(work.count("customer")).isZero();
        assertThat(work.texts("select status || attempts from open_operation")).containsExactly("PENDING0");
    }

    @Test
    void theStatementThatGivesNumbersKnowsOfTheBlockThoughThisInstanceDoesNot() {
        work.stage(List.of(OperationFixtures.creation(UUID.randomUUID())));
        assertThat(gate.isBlocked()).isFalse();
        ReflectionTestUtils.setField(gate, "readAt", System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        work.jdbcUpdate("update number_sequence set blocked = true");

        assertThatThrownBy(work::synchronize).isInstanceOf(NumbersBlockedException.class);

        assertThat(work.texts("select status || attempts from open_operation")).containsExactly("PENDING0");
    }

    @Test
    void itWaitsForEveryChannelDatabaseUnlessAPersonContinuesWithoutIt() {
        Recovery open = begun();
        report(open, "harbor");
        recoveries.topicsRead(open.id());

        assertThat(recoveries.beginApplying(open.id())).isFalse();
        assertThat(recoveries.all().get(0).waitingFor()).containsExactly("online");

        assertThat(client.post(admin(), "/api/v1/recovery/channel-databases/online/continue-without", null))
                .hasStatus(204);
        assertThat(recoveries.beginApplying(open.id())).isTrue();
        assertThat(work.texts("select action from audit_entry where action = 'recovery-continue-without'"))
                .hasSize(1);
    }

    @Test
    void aReportOfAnEarlierRecoveryChangesNothing() {
        Recovery open = begun();

        recoveries.take(new ReportedCustomers(1, "harbor", UUID.randomUUID(), true, List.of(), List.of()));

        assertThat(recoveries.all().get(0).waitingFor()).contains("harbor");
        assertThat(repository.open()).contains(open);
    }

    @Test
    void theChannelsAreAskedOnceAndRunAConfigurationAboveTheirsAfterwards() {
        work.jdbcUpdate("""
                insert into channel_heartbeat values ('harbor', now(),
                  '{"globalVersion": 4711, "channelVersions": {"HARBOR": 4712}}')
                """);
        Recovery open = begun();

        recoveries.request(open);
        recoveries.request(open);
        finish(open);

        assertThat(work.publishedTo(Topics.CONTROL)).hasSize(2).allMatch(it -> it.contains("REPORT_CUSTOMERS"));
        assertThat(work.number("select min((payload ->> 'version')::bigint) from configuration_log"
                        + " where aggregatetype in ('cdx.1070', 'cdx.1110')"))
                .isGreaterThan(4712);
    }

    @Test
    void aChannelThatKnowsANumberOfNobodyIsASign() {
        assertThat(database.channelAhead()).isEmpty();
        work.jdbcUpdate("""
                insert into channel_heartbeat values ('harbor', now(), '{"highestAccountNumber": "C-0000009"}')
                """);

        assertThat(database.channelAhead())
                .hasValueSatisfying(it -> assertThat(it).contains("C-0000009"));
    }

    @Test
    void anotherIdentityOfTheDatabaseIsASign() {
        database.save("7/00000001/5", Instant.parse("2026-11-20T12:00:00Z"));

        detection.look();

        Recovery begun = repository.open().orElseThrow();
        assertThat(begun.sign()).contains("7/00000001/5").contains(database.current(null));
        assertThat(begun.lostSince()).isEqualTo("2026-11-20T11:55:00Z");
        detection.look();
        assertThat(work.count("recovery")).isEqualTo(1);
    }

    private String admin() {
        return work.bearer(TokenRole.HQ_API, null);
    }
}
