package io.counterpart.hq.browser;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.staging.StagingFixture;
import io.counterpart.hq.testing.TestDriver;

/** Demo data of a small company with three channels: mostly successful operations, with some failures to review. */
@TestComponent
public class DemoScenario {

    private static final List<String> FIRST = List.of(
            "Ann", "Bea", "Carl", "Dina", "Emil", "Fatima", "Goran", "Hana", "Ivo", "Jana", "Kenji", "Lin", "Maya");
    private static final List<String> LAST = List.of(
            "Lee",
            "Okafor",
            "Sørensen",
            "Müller",
            "Nakamura",
            "Silva",
            "Novak",
            "Haddad",
            "Price",
            "Kowalska",
            "Rossi");

    private final JdbcClient jdbc;
    private final TestDriver work;
    private final StagingFixture arrivals;

    public DemoScenario(JdbcClient jdbc, TestDriver work, StagingFixture arrivals) {
        this.jdbc = jdbc;
        this.work = work;
        this.arrivals = arrivals;
    }

    /** Deletes all data and creates the scenario. */
    public void create() {
        work.clear();
        work.jdbcUpdate(
                "truncate batch_job_run, failure_note, dead_letter, bulk_repair, bulk_repair_item, bulk_repair_failure, operation_edit");
        jdbc.sql(DemoScenarioSql.CONFIGURATION).update();
        arrivals.stageAndConvert(creations());
        arrivals.stageAndConvert(troubles());
        jdbc.sql(DemoScenarioSql.HISTORY).update();
    }

    /**
     * A new customer with the email of an existing one, flagged as possible duplicate; returns the ID of the operation.
     */
    String possibleDuplicate() {
        work.jdbcUpdate("update duplicate_policy set mode = 'FLAG'");
        UUID id = UUID.randomUUID();
        Instant at = Instant.now().minus(3, ChronoUnit.MINUTES);
        arrivals.stageAndConvert(
                List.of(creation(id, "STATION", AsyncReason.FUNCTIONALITY_PROFILE, at, "Ann", "Lee", "RETAIL")));
        work.jdbcUpdate("update duplicate_policy set mode = 'OFF'");
        work.jdbcUpdate("""
                update async_operation set uploaded_at = occurred_at + interval '300 milliseconds', staged_at = occurred_at + interval '380 milliseconds',
                  traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
                where async_customer_id = '%s'
                """.formatted(id));
        return work.texts("select operation_id::text from async_operation where async_customer_id = '%s'".formatted(id))
                .get(0);
    }

    /** Two customers with one email, as the scan finds them; returns the ID of the pair. */
    String possibleDuplicatePair() {
        work.jdbcUpdate(DemoScenarioSql.SAME_EMAIL);
        work.jdbcUpdate(DemoScenarioSql.POSSIBLE_DUPLICATE);
        return work.texts("select id::text from duplicate_pair").get(0);
    }

    /** A bulk repair of all operations that failed because of their customer group; returns its ID. */
    String bulk(String status) {
        UUID id = UUID.randomUUID();
        jdbc.sql(DemoScenarioSql.BULK).param("id", id).param("status", status).update();
        return id.toString();
    }

    private List<CustomerOperation> creations() {
        Instant now = Instant.now();
        var all = new ArrayList<CustomerOperation>();
        for (int i = 0; i < 160; i++) {
            String channel = List.of("HARBOR", "STATION", "ONLINE").get(i % 3);
            AsyncReason reason = i % 11 == 0
                    ? AsyncReason.REALTIME_SERVICE_UNREACHABLE
                    : i % 7 == 0 ? AsyncReason.POS_OFFLINE : AsyncReason.FUNCTIONALITY_PROFILE;
            String first = FIRST.get(i % FIRST.size());
            String last = LAST.get(i % LAST.size());
            all.add(creation(
                    UUID.randomUUID(),
                    channel,
                    reason,
                    now.minus((i * i) % 1380, ChronoUnit.MINUTES),
                    first,
                    last,
                    "RETAIL"));
        }
        return all;
    }

    private List<CustomerOperation> troubles() {
        Instant at = Instant.now().minus(12, ChronoUnit.MINUTES);
        var all = new ArrayList<CustomerOperation>();
        for (int i = 0; i < 4; i++) {
            all.add(creation(
                    UUID.randomUUID(),
                    "STATION",
                    AsyncReason.FUNCTIONALITY_PROFILE,
                    at,
                    "Noor",
                    LAST.get(i),
                    "WHOLESALE"));
        }
        UUID nameless = UUID.fromString("3f2a6c1e-0000-4000-8000-000000000001");
        all.add(creation(nameless, "HARBOR", AsyncReason.POS_OFFLINE, at, "", "", "RETAIL"));
        all.add(new CustomerOperation(
                1,
                UUID.randomUUID(),
                "harbor",
                "HARBOR",
                nameless,
                null,
                2,
                null,
                null,
                at.plusSeconds(60),
                new OperationBody.EditProfile(List.of(new FieldChange("phone", "+1 555 0100", "+1 555 0199")))));
        return all;
    }

    static CustomerOperation creation(
            UUID customer, String channel, AsyncReason reason, Instant at, String first, String last, String group) {
        String email = last.isEmpty()
                ? "till7@example.com"
                : (first + "." + last + "@example.com").toLowerCase(java.util.Locale.ROOT);
        var profile = new CustomerProfile(
                CustomerType.PERSON,
                null,
                first,
                null,
                last,
                null,
                email,
                "+1 555 %04d".formatted(customer.hashCode() & 0x1fff),
                "en-US",
                "USD",
                group,
                null,
                null);
        var address = new Address(
                UUID.randomUUID(),
                null,
                AddressPurpose.HOME,
                "1 Pier Road",
                null,
                null,
                null,
                null,
                "Harbor",
                null,
                "WA",
                "98101",
                "USA",
                null,
                null,
                true);
        var content =
                new CustomerContent(profile, List.of(address), List.of(), List.of("VIP"), Map.of("shoeSize", 38), null);
        String database = channel.equals("ONLINE") ? "online" : "harbor";
        return new CustomerOperation(
                1,
                UUID.randomUUID(),
                database,
                channel,
                customer,
                null,
                1,
                CreationMode.ASYNC,
                reason,
                at,
                new OperationBody.CreateCustomer(content));
    }
}
