package io.counterpart.hq.reconciliation;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.support.problem.Problem;

/** REST resource for acknowledging operations that cannot be uploaded again. */
@RestController
class UnavailableOperationController {

    private final UnavailableOperationService service;

    UnavailableOperationController(UnavailableOperationService service) {
        this.service = service;
    }

    @PostMapping("/api/v1/upload-sessions/acknowledge-unavailable")
    AcknowledgedOperations acknowledge(@RequestBody AcknowledgeUnavailableRequest request) {
        String database = request.channelDatabase();
        if (database == null || database.isBlank()) {
            throw Problem.validation("/channelDatabase", "required", "channelDatabase is required.");
        }
        return new AcknowledgedOperations(database, service.acknowledge(database));
    }

    /** The channel database whose unavailable operations are acknowledged. */
    record AcknowledgeUnavailableRequest(@Nullable String channelDatabase) {}

    /**
     * The acknowledged operations.
     *
     * @param operations how many; 0: all were acknowledged before, or there are none
     */
    record AcknowledgedOperations(String channelDatabase, long operations) {}
}
