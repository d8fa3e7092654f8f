package io.counterpart.hq.till;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.ListResponse;

/** REST resource of tills. */
@RestController
@RequestMapping("/api/v1/tills")
class TillController {

    private final TillService tills;

    TillController(TillService tills) {
        this.tills = tills;
    }

    @GetMapping
    ListResponse<TillView> list(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "false") boolean attention,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return tills.list(channel, attention, limit, cursor);
    }
}
