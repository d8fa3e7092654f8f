package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.channel.configuration.ChannelConfigurations;
import io.counterpart.channel.problem.Problem;
import io.counterpart.channel.problem.ProblemType;
import io.counterpart.channel.realtime.RealTimeAnswer;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.Hq;
import io.counterpart.channel.testing.Snapshots;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.operation.CustomerOperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SyncCreationIT extends ChannelServiceContext {

    @Autowired
    private ChannelConfigurations configurations;

    @Autowired
    private CustomerKeeping keeping;

    @Autowired
    private CreationMetrics metrics;

    private final UUID id = UUID.randomUUID();
    private final NewCustomer ann = new NewCustomer(
            id,
            "STATION",
            CHANNEL_DATABASE,
            Snapshots.content("Sync", "Harbor"),
            Instant.parse("2026-11-22T10:00:00Z"));

    @Test
    void keepsTheNumberThatHeadquartersGaveAtOnceAndLogsNothing() {
        String number = Hq.accountNumber();

        registrationWhere(new RealTimeAnswer.Done(Snapshots.converted(id, number, "Sync")))
                .register(ann);

        var shown = station.get(CUSTOMERS + "/" + number).json();
        assertThat(shown.path("asyncCustomerId").asString()).isEqualTo(id.toString());
        assertThat(shown.path("creationMode").asString()).isEqualTo("SYNC");
        assertThat(shown.path("syncStatus").asString()).isEqualTo("SYNCED");
        assertThat(shown.path("pendingOperations").asInt()).isZero();
        assertThat(loggedOperations()).isEmpty();
    }

    @Test
    void saysWhatHeadquartersRefusedAndKeepsNothing() {
        var registration = registrationWhere(new RealTimeAnswer.Refused("The customer group is closed."));

        assertThatThrownBy(() -> registration.register(ann)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.HEADQUARTERS_REFUSED);
            assertThat(problem).hasMessage("The customer group is closed.");
        });
        assertThat(station.get(CUSTOMERS + "/" + id).status()).isEqualTo(404);
        assertThat(loggedOperations()).isEmpty();
    }

    // Whether HQ did it or not: what the P-job brings is the same operation.
    @Test
    void fallsBackWithTheVeryOperationThatHeadquartersWasAsked() {
        var asked = new ArrayList<CustomerOperation>();
        new CustomerRegistration(
                        configurations,
                        operation -> {
                            asked.add(operation);
                            return new RealTimeAnswer.Unreachable();
                        },
                        keeping,
                        metrics)
                .register(ann);

        assertThat(asked.get(0).mode()).isEqualTo(CreationMode.SYNC);
        assertThat(loggedOperations()).containsExactly(asked.get(0).operationId());
        assertThat(asked.get(0).operationNumber()).isEqualTo(1);
    }

    private CustomerRegistration registrationWhere(RealTimeAnswer answer) {
        return new CustomerRegistration(configurations, operation -> answer, keeping, metrics);
    }

    private List<UUID> loggedOperations() {
        return jdbc.queryForList("select id from async_operation where aggregateid = ?", UUID.class, id.toString());
    }
}
