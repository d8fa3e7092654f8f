package io.counterpart.hq.duplicate;

import org.springframework.stereotype.Service;

import io.counterpart.hq.customer.DuplicateMode;

/** The door for pages to the policy for duplicates. */
@Service
public class DuplicatePageService {

    private final DuplicatePolicyService policies;

    DuplicatePageService(DuplicatePolicyService policies) {
        this.policies = policies;
    }

    public Policy read() {
        var policy = policies.read();
        return new Policy(policy.mode(), policy.version());
    }

    /** Refuses when somebody changed it since this version. */
    public void save(DuplicateMode mode, long version) {
        policies.save(mode, version);
    }

    /** What becomes of possible duplicates now. */
    public record Policy(DuplicateMode mode, long version) {}
}
