package io.counterpart.channel.customer;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.contract.operation.CustomerOperation;

/** The notes on customers, for other packages. */
@Service
public class CustomerNoteService {

    private final CustomerNoteRepository repository;

    CustomerNoteService(CustomerNoteRepository repository) {
        this.repository = repository;
    }

    /** Stores the note of an operation, in the transaction of the caller; other operations have none. */
    public void store(CustomerOperation operation) {
        repository.insert(operation);
    }

    public Optional<CustomerNote> find(UUID id) {
        return repository.find(id);
    }
}
