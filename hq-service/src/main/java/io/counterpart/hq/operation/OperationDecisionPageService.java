package io.counterpart.hq.operation;

import java.util.UUID;

import org.springframework.stereotype.Service;

/** The door for pages to what people decide about operations that are not done. */
@Service
public class OperationDecisionPageService {

    private final OperationResolutionService decisions;

    OperationDecisionPageService(OperationResolutionService decisions) {
        this.decisions = decisions;
    }

    public void synchronize(UUID operation) {
        decisions.synchronize(operation, false);
    }

    /** A possible duplicate becomes a customer of its own. */
    public void createAnyway(UUID operation) {
        decisions.synchronize(operation, true);
    }

    public void link(UUID operation, String customer) {
        decisions.link(operation, customer);
    }

    public void ignore(UUID operation, String reason) {
        decisions.ignore(operation, reason);
    }
}
