package io.counterpart.hq.reconciliation;

import java.util.Map;

import org.springframework.stereotype.Service;

/** Counts the operations that channel databases uploaded and that never reached staging. */
@Service
public class UploadGaps {

    private final UploadCheckRepository repository;

    UploadGaps(UploadCheckRepository repository) {
        this.repository = repository;
    }

    /**
     * The number of such operations by channel database; a database without any is left out. Reads only sessions that a
     * check has found incomplete, so an operation counts about a minute after its upload at the earliest.
     */
    public Map<String, Long> uploadedNotStaged() {
        return repository.missing();
    }
}
