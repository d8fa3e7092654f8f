package io.counterpart.hq.duplicatepair;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.search.DuplicateReason;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.problem.Problem;

/** REST resource of customers that may be the same, without names. */
@RestController
@RequestMapping("/api/v1/possible-duplicates")
class DuplicatePairController {

    private final DuplicatePairService service;

    DuplicatePairController(DuplicatePairService service) {
        this.service = service;
    }

    @GetMapping
    ListResponse<PossibleDuplicateView> list(
            @RequestParam(defaultValue = "OPEN") PairStatus status,
            @RequestParam(required = false) @Nullable DuplicateReason reason,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ListResponse<DuplicatePair> page = service.list(new PairFilter(status, reason, channel), limit, cursor);
        return new ListResponse<>(
                page.items().stream().map(PossibleDuplicateView::of).toList(), page.nextCursor());
    }

    @PostMapping("/{id}/decision")
    PossibleDuplicateView decide(@PathVariable long id, @RequestBody PairDecisionRequest request) {
        return PossibleDuplicateView.of(service.decideNotSame(id, request.checkedReason()));
    }

    /** What a person can decide; existing customers cannot be merged. */
    enum PairDecision {
        NOT_SAME
    }

    /** A decision about a pair. */
    record PairDecisionRequest(
            @Nullable PairDecision decision, @Nullable String reason) {

        @Nullable String checkedReason() {
            if (decision == null) {
                throw Problem.validation("/decision", "required", "A value is required");
            }
            return PairDecisionReason.checked(reason);
        }
    }
}
