package io.counterpart.hq.privacy;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.problem.HqProblem;

/** Exports everything that HQ has of a customer; each export is audited. */
@Service
class PersonalDataService {

    private static final String ACTION = "export-customer";

    private final CustomerSearchService search;
    private final PersonalDataRepository repository;
    private final AuditService audit;
    private final ErasureRecords records;

    PersonalDataService(
            CustomerSearchService search,
            PersonalDataRepository repository,
            AuditService audit,
            ErasureRecords records) {
        this.search = search;
        this.repository = repository;
        this.audit = audit;
        this.records = records;
    }

    /** Read at one moment; an erased customer has nothing to export. */
    @Transactional
    public PersonalData export(String id) {
        CustomerSnapshot customer = search.one(id);
        if (customer.isErased()) {
            throw HqProblem.CUSTOMER_ERASED.problem();
        }
        ErasureScope scope = ErasureScope.of(customer);
        var data = new PersonalData(
                records.now(),
                customer,
                repository.rows(PersonalDataRepository.ADDRESSES, scope),
                repository.rows(PersonalDataRepository.CONSENTS, scope),
                repository.rows(PersonalDataRepository.OPERATIONS, scope),
                repository.rows(PersonalDataRepository.REAL_TIME, scope),
                repository.rows(PersonalDataRepository.EDITS, scope),
                repository.rows(PersonalDataRepository.ORDERS, scope),
                repository.rows(PersonalDataRepository.NOTES, scope),
                repository.rows(PersonalDataRepository.CARDS, scope),
                repository.rows(PersonalDataRepository.AUDIT, scope));
        String subject = customer.accountNumber() == null ? scope.customer().toString() : customer.accountNumber();
        audit.note(ACTION, subject, Map.of());
        return data;
    }
}
