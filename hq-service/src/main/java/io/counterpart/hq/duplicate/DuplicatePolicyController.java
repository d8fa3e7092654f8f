package io.counterpart.hq.duplicate;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.duplicate.DuplicatePolicyRepository.DuplicatePolicy;
import io.counterpart.hq.master.DuplicateMode;
import io.counterpart.hq.problem.ETags;
import io.counterpart.support.problem.Problem;

/** REST resource of the duplicate policy, {@code off}, {@code flag} or {@code link}, for the legal entity. */
@RestController
@RequestMapping("/api/v1/duplicate-policy")
class DuplicatePolicyController {

    private final DuplicatePolicyService policies;

    DuplicatePolicyController(DuplicatePolicyService policies) {
        this.policies = policies;
    }

    @GetMapping
    ResponseEntity<PolicyView> read() {
        return respond(policies.read());
    }

    @PutMapping
    ResponseEntity<PolicyView> save(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PolicyView request) {
        return respond(policies.save(modeOf(request), ETags.expected(ifMatch)));
    }

    private static DuplicateMode modeOf(PolicyView request) {
        return Arrays.stream(DuplicateMode.values())
                .filter(mode -> PolicyView.of(mode).mode().equals(request.mode()))
                .findFirst()
                .orElseThrow(() -> Problem.validation("/mode", "invalid-value", "Must be off, flag or link"));
    }

    private static ResponseEntity<PolicyView> respond(DuplicatePolicy policy) {
        return ETags.tagged(policy.version(), PolicyView.of(policy.mode()));
    }

    record PolicyView(String mode) {

        static PolicyView of(DuplicateMode mode) {
            return new PolicyView(mode.name().toLowerCase(Locale.ROOT));
        }
    }
}
