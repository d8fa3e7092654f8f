package io.counterpart.hq.stuck;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.ListResponse;

/** REST resource of stuck customers, without names, so that monitoring receives no personal data. */
@RestController
@RequestMapping("/api/v1/stuck-customers")
class StuckCustomerController {

    private final StuckCustomerService service;

    StuckCustomerController(StuckCustomerService service) {
        this.service = service;
    }

    @GetMapping
    ListResponse<StuckCustomer> list(
            @RequestParam(required = false) @Nullable String channelDatabase,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ListResponse<StuckCustomerService.Named> page = service.list(channelDatabase, limit, cursor);
        return new ListResponse<>(
                page.items().stream().map(StuckCustomerService.Named::customer).toList(), page.nextCursor());
    }
}
