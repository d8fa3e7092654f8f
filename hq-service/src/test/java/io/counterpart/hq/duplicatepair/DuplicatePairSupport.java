package io.counterpart.hq.duplicatepair;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.messaging.bulk.KeyLookupPlan;

/** Base class of tests with customers that may be the same. */
abstract class DuplicatePairSupport {

    static final String PATH = "/api/v1/possible-duplicates";

    private static final int LARGEST_GROUP = 3;

    @Autowired
    TestDriver work;

    @Autowired
    ApiClient client;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DuplicateScanRepository scan;

    @Autowired
    private MatchKeyRepository keys;

    @Autowired
    private DuplicateGroupRepository groups;

    @Autowired
    private DuplicatePairWriteRepository written;

    @Autowired
    private KeyLookupPlan rowsByKey;

    @Autowired
    private Clock clock;

    String api = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        api = work.bearer(TokenRole.HQ_API, null);
    }

    /** Scans all customers. */
    void pass() {
        due();
        boolean more = true;
        while (more) {
            more = batch(100, 100);
        }
    }

    void due() {
        work.jdbcUpdate("update duplicate_scan set due_at = now() - interval '1 minute'");
    }

    /** One batch of an instance with these settings; returns whether the next one is due at once. */
    boolean batch(int size, int batches) {
        var properties =
                new DuplicateScanProperties(true, Duration.ofHours(1), size, batches, Duration.ZERO, LARGEST_GROUP);
        var updates = new PairUpdateService(keys, groups, written, properties);
        var service = new DuplicateScanService(rowsByKey, scan, updates, properties, clock);
        return Boolean.TRUE.equals(transaction.execute(status -> service.scanBatch()));
    }

    /** The pairs as text, the best score first. */
    List<String> pairs() {
        return work.texts("""
                select score || ' ' || array_to_string(reasons, ',') || ' ' || status from duplicate_pair
                order by score desc, id
                """);
    }

    void convert(CustomerOperation... operations) {
        work.stage(List.of(operations));
        work.synchronize();
    }

    void changeEmail(UUID customer, int number, @Nullable String from, @Nullable String to) {
        convert(OperationFixtures.edit(customer, number, new FieldChange("email", from, to)));
    }

    static CustomerOperation person(String firstName, @Nullable String email, @Nullable String phone, String... zips) {
        return personOf("harbor", firstName, email, phone, zips);
    }

    static CustomerOperation personOf(
            String channelDatabase, String firstName, @Nullable String email, @Nullable String phone, String... zips) {
        var profile = new CustomerProfile(
                CustomerType.PERSON, null, firstName, null, "Lee", null, email, phone, null, null, null, null, null);
        var content = new CustomerContent(
                profile,
                Stream.of(zips).map(DuplicatePairSupport::address).toList(),
                List.of(),
                List.of(),
                Map.of(),
                null);
        return OperationFixtures.operation(
                UUID.randomUUID(), channelDatabase, 1, new OperationBody.CreateCustomer(content));
    }

    private static Address address(String zip) {
        return new Address(
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
                zip,
                "USA",
                null,
                null,
                false);
    }
}
