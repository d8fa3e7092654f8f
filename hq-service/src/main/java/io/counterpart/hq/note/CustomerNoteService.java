package io.counterpart.hq.note;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.operation.CustomerOperation;

/** Stores notes in the transaction of the conversion, and reads them for the page of the customer. */
@Service
public class CustomerNoteService {

    private final CustomerNoteRepository repository;

    CustomerNoteService(CustomerNoteRepository repository) {
        this.repository = repository;
    }

    /**
     * Stores the notes among applied operations; without a note there is no statement.
     *
     * @param applied by the customer, whose alias the operation may name
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(Stream<Map.Entry<UUID, CustomerOperation>> applied) {
        repository.insert(applied);
    }

    /**
     * The newest notes, newest first.
     *
     * @param ids the async customer ID, and its aliases
     */
    public List<CustomerNote> newest(List<UUID> ids, int limit) {
        return repository.newest(ids, limit);
    }
}
