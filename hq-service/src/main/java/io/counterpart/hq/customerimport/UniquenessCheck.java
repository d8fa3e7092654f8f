package io.counterpart.hq.customerimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.hq.customerfile.CustomerField;
import io.counterpart.hq.customerfile.ImportedCustomer;
import io.counterpart.hq.customerfile.RowRejectedException;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.messaging.MessageJson;

/** Compares valid records with the rest of the file and with the master, in a fixed number of statements. */
@Component
class UniquenessCheck {

    private final ImportFileRepository file;
    private final CustomerMasterStore master;
    private final ContentDifference difference;

    UniquenessCheck(ImportFileRepository file, CustomerMasterStore master, MessageJson json) {
        this.file = file;
        this.master = master;
        this.difference = new ContentDifference(json);
    }

    /** Returns, by line, what is wrong with a record or {@link Verdict#EXISTING}; new customers are omitted. */
    Map<Long, Verdict> check(CustomerImport job, List<CheckedCustomer> records) {
        var verdicts = new HashMap<Long, Verdict>();
        if (records.isEmpty()) {
            return verdicts;
        }
        Map<UUID, Long> owners = file.claim(job, keys(records));
        Known known = known(records);
        for (CheckedCustomer each : records) {
            try {
                requireFirst(each.row(), owners);
                if (exists(each.row(), known)) {
                    verdicts.put(each.row().line(), Verdict.EXISTING);
                }
            } catch (RowRejectedException e) {
                verdicts.put(each.row().line(), new Verdict(e));
            }
        }
        return verdicts;
    }

    private static Map<UUID, Long> keys(List<CheckedCustomer> records) {
        var keys = new LinkedHashMap<UUID, Long>();
        records.forEach(each -> keysOf(each.row())
                .values()
                .forEach(key -> keys.putIfAbsent(key, each.row().line())));
        return keys;
    }

    private static Map<String, UUID> keysOf(ImportedCustomer row) {
        var keys = new LinkedHashMap<String, UUID>();
        keys.put(CustomerField.ACCOUNT_NUMBER, ImportFileRepository.key("number", row.accountNumber()));
        if (row.givenId() != null) {
            keys.put(
                    "asyncCustomerId",
                    ImportFileRepository.key("id", row.givenId().toString()));
        }
        ExternalIdentity identity = row.content().externalIdentity();
        if (identity != null) {
            keys.put(
                    "externalIdentity",
                    ImportFileRepository.key("identity", identity.issuer() + "\n" + identity.subject()));
        }
        return keys;
    }

    private static void requireFirst(ImportedCustomer row, Map<UUID, Long> owners) {
        keysOf(row).forEach((field, key) -> {
            long first = Objects.requireNonNullElse(owners.get(key), row.line());
            if (first != row.line()) {
                throw new RowRejectedException(
                        field, "repeated-in-file", "Line %d of the file has the same value.".formatted(first));
            }
        });
    }

    private Known known(List<CheckedCustomer> records) {
        var numbers = new HashMap<String, MasterCustomer>();
        master.findLocked(records.stream().map(it -> it.row().accountNumber()).toList())
                .forEach(it -> numbers.put(it.number(), it));
        List<UUID> given = records.stream()
                .map(it -> it.row().givenId())
                .filter(Objects::nonNull)
                .toList();
        var identities = new ArrayList<ExternalIdentity>();
        records.forEach(it -> {
            if (it.row().content().externalIdentity() != null) {
                identities.add(it.row().content().externalIdentity());
            }
        });
        Set<String> merged = master.mergedNumbers(
                        records.stream().map(it -> it.row().accountNumber()).toList())
                .keySet();
        return new Known(numbers, master.lock(given), master.findIdentityOwners(identities), merged);
    }

    private boolean exists(ImportedCustomer row, Known known) {
        MasterCustomer sameNumber = known.numbers().get(row.accountNumber());
        if (known.merged().contains(row.accountNumber())) {
            throw new RowRejectedException(
                    CustomerField.ACCOUNT_NUMBER, "number-in-use", "A customer with this number was merged.");
        }
        MasterCustomer sameId = row.givenId() == null ? null : known.ids().get(row.givenId());
        if (sameId != null && !sameId.number().equals(row.accountNumber())) {
            throw new RowRejectedException(
                    "asyncCustomerId", "id-in-use", "Customer %s has this ID.".formatted(sameId.number()));
        }
        ExternalIdentity identity = row.content().externalIdentity();
        UUID owner = identity == null ? null : known.identities().get(identity);
        if (owner != null && (sameNumber == null || !owner.equals(sameNumber.asyncCustomerId()))) {
            throw new RowRejectedException(
                    "externalIdentity", "identity-in-use", "Another customer signs in with the same identity.");
        }
        return sameNumber != null && isSame(row, sameNumber);
    }

    private boolean isSame(ImportedCustomer row, MasterCustomer existing) {
        boolean otherId = row.givenId() != null
                && !row.givenId().equals(existing.asyncCustomerId())
                && !existing.aliases().contains(row.givenId());
        List<String> fields = otherId ? List.of("asyncCustomerId") : difference.of(row.content(), existing.content());
        if (!fields.isEmpty()) {
            throw new RowRejectedException(
                    CustomerField.ACCOUNT_NUMBER,
                    "account-number-in-use",
                    "A customer with this account number exists with other values (%s). Edit that customer instead."
                            .formatted(String.join(", ", fields)));
        }
        return true;
    }

    /**
     * What became of a record that is no new customer.
     *
     * @param problem null: its customer exists already with the same values
     */
    record Verdict(@Nullable RowRejectedException problem) {

        static final Verdict EXISTING = new Verdict(null);
    }

    /** What the master has of the values in some records. */
    private record Known(
            Map<String, MasterCustomer> numbers,
            Map<UUID, MasterCustomer> ids,
            Map<ExternalIdentity, UUID> identities,
            Set<String> merged) {}
}
