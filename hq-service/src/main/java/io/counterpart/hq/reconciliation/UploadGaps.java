package io.counterpart.hq.reconciliation;

import java.util.Map;

import org.springframework.stereotype.Service;

/** Counts the operations that channel databases uploaded and that were not staged. */
@Service
public class UploadGaps {

    private final UploadCheckRepository repository;

    UploadGaps(UploadCheckRepository repository) {
        this.repository = repository;
    }

    /**
     * The number of such operations by channel database; databases without any are omitted. Only sessions that a check
     * found incomplete are read, so an operation counts about a minute after its upload at the earliest.
     */
    public Map<String, Long> uploadedNotStaged() {
        return repository.missing();
    }
}
