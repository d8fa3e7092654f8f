package io.counterpart.hq.statistics;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;

/** The page with the charts of a range and the ranking of the stores. */
@PageController
class StatisticsPageController {

    private final StatisticsService service;
    private final StatisticsCharts charts;

    StatisticsPageController(StatisticsService service, StatisticsCharts charts) {
        this.service = service;
        this.charts = charts;
    }

    @GetMapping("/statistics")
    String show(
            @RequestParam(defaultValue = "day") String range,
            @RequestParam(required = false) @Nullable String channelDatabase,
            Model model) {
        StatisticsRange shown = StatisticsRange.named(range);
        StatisticsView view = service.of(shown, FormValues.blankToNull(channelDatabase));
        model.addAttribute("statistics", view);
        model.addAttribute("charts", view.points().isEmpty() ? List.of() : charts.of(shown, view));
        model.addAttribute("databases", service.channelDatabases());
        return "statistics/statistics";
    }
}
