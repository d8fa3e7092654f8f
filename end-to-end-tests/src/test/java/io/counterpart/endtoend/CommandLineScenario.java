package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.counterpart.contract.Topics;
import io.counterpart.stack.client.DemoTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** The command line for operators against a real HQ. */
class CommandLineScenario extends RuleScenario {

    @TempDir
    Path directory;

    @Test
    void saysWhyItCannotWork() throws IOException {
        String url = stack.addresses().hq().toString();

        var noToken = CommandLineRun.of(Map.of("COUNTERPART_HQ_URL", url), "jobs", "list");
        assertThat(noToken.expect(4).messages()).contains("COUNTERPART_TOKEN_FILE");
        var wrong = CommandLineRun.of(Map.of("COUNTERPART_HQ_URL", url, "COUNTERPART_TOKEN", "wrong"), "jobs", "list");
        assertThat(wrong.expect(4).messages()).contains("does not accept the token");
        var away = CommandLineRun.of(
                Map.of("COUNTERPART_HQ_URL", "http://127.0.0.1:1", "COUNTERPART_TOKEN", "x"), "jobs", "list");
        assertThat(away.expect(3).messages()).contains("http://127.0.0.1:1");
        assertThat(run("jobs", "release", "no-such-job").expect(5).messages()).isNotBlank();
        run("jobs", "list", "--token", "secret").expect(2);
    }

    @Test
    void aJobThatIsOnHoldIsFoundByCheckAndReleased() throws IOException {
        run("jobs", "hold", AdministrationFixture.SYNCHRONIZE).expect(0);
        try {
            var check = run(
                    "check",
                    "--json",
                    "--hq-management",
                    management("hq"),
                    "--channel-management",
                    management("harbor") + "," + management("online"));

            assertThat(check.expect(1).json().valueStream())
                    .anySatisfy(it -> {
                        assertThat(it.path("subject").asString()).isEqualTo("job " + AdministrationFixture.SYNCHRONIZE);
                        assertThat(it.path("result").asString()).isEqualTo("ATTENTION");
                    })
                    .anySatisfy(it -> assertThat(it.path("subject").asString()).isEqualTo("clock"))
                    .anySatisfy(it -> assertThat(it.path("subject").asString()).isEqualTo("topics"))
                    .anySatisfy(it -> assertThat(it.path("finding").asString()).startsWith("readiness is UP"));
        } finally {
            run("jobs", "release", AdministrationFixture.SYNCHRONIZE).expect(0);
        }
        var held = run("jobs", "list", "--json")
                .expect(0)
                .json()
                .valueStream()
                .filter(it -> it.path("job").asString().equals(AdministrationFixture.SYNCHRONIZE))
                .anyMatch(it -> it.path("held").asBoolean());
        assertThat(held).isFalse();
    }

    @Test
    void anUpgradeBeginsWithHq() throws IOException {
        String complete = run("check-upgrade").output();
        String begins = run("check-upgrade", "--to", "99.0.0").output();

        assertThat(complete).contains("as wanted or newer").doesNotContain("NEXT", "unknown release");
        assertThat(begins).contains("upgrade it to 99.0.0 first", "channel service of harbor", "upgrade it after HQ");
    }

    @Test
    void failedOperationsAreListedRetriedAndExportedWithoutNames() throws IOException {
        UUID customer = UUID.randomUUID();
        new TopicProbe(stack.addresses().kafka(), Topics.P_0001)
                .putAs("harbor", customer.toString(), OperationFixtures.creation(customer, name, "NO-SUCH-GROUP"));
        eventually()
                .untilAsserted(
                        () -> assertThat(operationsOf(customer, "FAILED")).hasSize(1));
        String id = operationsOf(customer, "FAILED").path(0).path("id").asString();

        var list = run("operations", "list", "--status", "FAILED", "--customer", customer.toString());
        assertThat(list.expect(0).output()).contains(id, "FAILED").doesNotContain(name);
        assertThat(run("operations", "show", id).expect(0).output()).contains("NO-SUCH-GROUP");
        assertThat(run("operations", "retry", id).expect(1).output()).contains("FAILED");
        Path file = directory.resolve("operations.csv");
        run("operations", "export", file.toString(), "--customer", customer.toString())
                .expect(0);
        assertThat(Files.readString(file)).contains(id).doesNotContain(name);
        run("operations", "export", directory.resolve("none/x.csv").toString()).expect(2);
    }

    @Test
    void aTokenIsWrittenToAFileThatOnlyTheUserCanReadAndIsRevoked() throws IOException {
        Path file = directory.resolve("token");
        var created = run("tokens", "create", "--role", "HQ_API", "--to", file.toString(), name, "--json");
        String id = created.expect(0).json().path("id").asString();
        String token = Files.readString(file);

        assertThat(created.output() + created.messages()).doesNotContain(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run("tokens", "list", "--role", "HQ_API").expect(0).output()).contains(id, name);
        run("tokens", "create", "--role", "HQ_API", "--to", file.toString(), name)
                .expect(2);
        run("jobs", "list", "--token-file", file.toString()).expect(0);

        run("tokens", "revoke", id).expect(0);

        eventually()
                .untilAsserted(() ->
                        run("jobs", "list", "--token-file", file.toString()).expect(4));
    }

    @Test
    void uploadsAndCustomersAreSentAgain() throws IOException {
        accountNumberOf(stack.harbor(), pendingCustomer(newCustomer()));

        var reconciliation =
                run("reconciliation", "--json", "--channel-database", "harbor").json();
        assertThat(reconciliation.path(0).path("channelDatabase").asString()).isEqualTo("harbor");
        assertThat(run("upload-again", "harbor", "--from", "1", "--to", "1", "--json")
                        .expect(0)
                        .json()
                        .path("spans"))
                .hasSize(1);
        assertThat(run("resend", "online", "--wait", "--json")
                        .expect(0)
                        .json()
                        .path("finishedAt")
                        .isString())
                .isTrue();
        assertThat(run("sessions", "--downloads", "--channel-database", "online")
                        .expect(0)
                        .output())
                .contains("online");
        assertThat(run("stuck").exitCode()).isIn(0, 1);
        assertThat(run("tills").exitCode()).isIn(0, 1);
        run("jobs", "run", "1110").expect(0);
    }

    private String management(String process) {
        return stack.addresses().management(process).toString();
    }

    private CommandLineRun run(String... arguments) throws IOException {
        return CommandLineRun.of(
                Map.of(
                        "COUNTERPART_HQ_URL",
                        stack.addresses().hq().toString(),
                        "COUNTERPART_TOKEN",
                        DemoTokens.HQ_ADMIN),
                arguments);
    }
}
