package io.counterpart.hq.privacy;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.MasterSnapshot;
import io.counterpart.hq.master.ReferenceDataSource;
import io.counterpart.hq.numbering.NumberSequenceGenerator;
import io.counterpart.hq.problem.Versions;

/**
 * Locks and stores the customer that is erased. A customer that is not converted yet becomes one with an account number
 * and without data: its ID must be known, so that its creation is not applied later.
 */
@Component
class ErasedCustomerStore {

    private final CustomerMasterStore master;
    private final ReferenceDataSource reference;
    private final NumberSequenceGenerator numbers;

    ErasedCustomerStore(CustomerMasterStore master, ReferenceDataSource reference, NumberSequenceGenerator numbers) {
        this.master = master;
        this.reference = reference;
        this.numbers = numbers;
    }

    /** The customer of the master, or a staged one without a number. */
    MasterCustomer lock(CustomerSnapshot found) {
        MasterCustomer known = master.lock(List.of(found.asyncCustomerId())).get(found.asyncCustomerId());
        return known == null ? MasterSnapshot.restore(found, reference.read()) : known;
    }

    /** A staged customer has the version 0. */
    void requireVersion(CustomerSnapshot found, MasterCustomer locked, long version) {
        Versions.require(version == (found.accountNumber() == null ? 0 : locked.editVersion())
                && (found.accountNumber() == null) == (locked.accountNumber() == null));
    }

    MasterCustomer store(MasterCustomer before, MasterCustomer erased, Instant now) {
        if (before.accountNumber() == null) {
            String number = numbers.next(NumberSequenceGenerator.CUSTOMER, 1).get(0);
            MasterCustomer created = erased.numbered(number, now).nextVersion();
            master.store(List.of(created), List.of(), now);
            return created;
        }
        MasterCustomer changed = erased.nextVersion();
        master.store(List.of(), List.of(new CustomerChange(before, changed)), now);
        return changed;
    }
}
