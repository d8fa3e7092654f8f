package io.counterpart.hq.statistics;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST resource of the statistics. */
@RestController
@RequestMapping("/api/v1/statistics")
class StatisticsController {

    private final StatisticsService service;

    StatisticsController(StatisticsService service) {
        this.service = service;
    }

    /** Without a channel database: all together. */
    @GetMapping
    StatisticsView of(
            @RequestParam(defaultValue = "day") String range,
            @RequestParam(required = false) @Nullable String channelDatabase) {
        return service.of(StatisticsRange.named(range), channelDatabase);
    }
}
