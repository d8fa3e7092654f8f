package io.counterpart.endtoend;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.sabotage.Fault;
import io.counterpart.faults.sabotage.FaultInjector;
import io.counterpart.faults.sabotage.FaultSchedule;
import io.counterpart.faults.sabotage.FaultSchedule.FaultFamily;
import io.counterpart.faults.sabotage.FaultSchedule.FaultPacing;
import io.counterpart.stack.network.TcpProxy;

import static org.assertj.core.api.Assertions.assertThat;

/** Two tills in browsers work while their channel service and the network between them fail, and one is reopened. */
@Tag("long")
@Timeout(value = 600, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TillsUnderFaultsIT extends Scenario {

    private static final Logger log = LoggerFactory.getLogger(TillsUnderFaultsIT.class);
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final FaultPacing PACE =
            new FaultPacing(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(6));
    private static final long SEED = 7;
    private static final int FIRST_CUSTOMERS = 2;

    private final String name = "W" + Long.toString(System.nanoTime(), 36);
    private final AdministrationFixture administration = new AdministrationFixture(stack);
    private final List<TcpProxy> wires = new ArrayList<>();
    private final List<WorkingTill> tills = new ArrayList<>();

    @BeforeEach
    void openTheTills() throws IOException {
        administration.featureEverywhere("async-customer-editing", true);
        for (int i = 0; i < 2; i++) {
            TcpProxy wire =
                    TcpProxy.to("till-" + i, stack.harbor().http().address().getPort());
            wires.add(wire);
            tills.add(new WorkingTill(URI.create("http://127.0.0.1:" + wire.port()), name + i));
        }
    }

    @AfterEach
    void close() throws IOException {
        tills.forEach(WorkingTill::close);
        for (TcpProxy wire : wires) {
            wire.close();
        }
        administration.close();
    }

    @Test
    void everyCustomerThatATillShowedIsAtHeadquartersOnceWithItsLastEdit() {
        var faults = new FaultInjector(FaultSchedule.of(SEED, LENGTH, PACE, families()));
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> inject(faults));

        // Playwright has one thread: the tills take turns.
        boolean isReopened = false;
        while (!run.isDone()) {
            tills.forEach(WorkingTill::work);
            if (!isReopened && tills.get(0).phones().size() >= FIRST_CUSTOMERS) {
                tills.get(0).reopen();
                isReopened = true;
            }
        }
        run.join();
        Map<String, Long> counts = faults.counts();
        log.info(
                "Faults {}, customers {}",
                counts,
                tills.stream().map(it -> it.phones().size()).toList());

        assertThat(isReopened).isTrue();
        assertThat(counts.keySet()).anyMatch(it -> it.startsWith("kill")).anyMatch(it -> it.startsWith("lose"));
        for (WorkingTill till : tills) {
            eventually().atMost(Duration.ofMinutes(2)).until(() -> till.waiting() == 0);
            assertThat(till.phones()).hasSizeGreaterThan(FIRST_CUSTOMERS);
            eventually().untilAsserted(() -> assertThat(atHq(till)).containsExactlyInAnyOrderElementsOf(shownBy(till)));
        }
    }

    private List<FaultFamily> families() {
        return List.of(
                new FaultFamily(
                        "service",
                        List.of(Fault.of(
                                "kill harbor", "harbor", () -> stack.kill("harbor"), () -> stack.start("harbor")))),
                new FaultFamily("answers lost", wires("lose answers of", TcpProxy::dropResponses)),
                new FaultFamily("cut", wires("cut", TcpProxy::cut)),
                new FaultFamily("slow", wires("slow", wire -> wire.slow(Duration.ofMillis(700)))));
    }

    private List<Fault> wires(String verb, Consumer<TcpProxy> harm) {
        return wires.stream()
                .map(wire -> Fault.of(verb + " " + wire.name(), wire.name(), () -> harm.accept(wire), wire::restore))
                .toList();
    }

    private static void inject(FaultInjector faults) {
        try {
            faults.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> shownBy(WorkingTill till) {
        return till.phones().entrySet().stream()
                .map(it -> "%s %s".formatted(it.getKey(), it.getValue()))
                .toList();
    }

    /** By the name of the till's customers, so that one with another ID would be seen too. */
    private List<String> atHq(WorkingTill till) {
        return databases.query(
                "hq",
                "select async_customer_id || ' ' || coalesce(phone, '-') from customer where last_name = ?",
                till.lastName());
    }
}
