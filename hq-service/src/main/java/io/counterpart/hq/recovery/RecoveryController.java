package io.counterpart.hq.recovery;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.ListResponse;

/**
 * REST resource of recoveries after a restore of HQ's database, with the decision to continue without a channel
 * database.
 */
@RestController
@RequestMapping("/api/v1/recovery")
class RecoveryController {

    private final RecoveryService recoveries;

    RecoveryController(RecoveryService recoveries) {
        this.recoveries = recoveries;
    }

    @GetMapping
    ListResponse<RecoveryView> all() {
        return ListResponse.of(recoveries.all());
    }

    @PostMapping("/channel-databases/{name}/continue-without")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void continueWithout(@PathVariable String name) {
        recoveries.continueWithout(name);
    }
}
