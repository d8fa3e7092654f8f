package io.counterpart.hq.operation;

import java.util.List;

import jakarta.servlet.http.HttpSession;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.page.SessionSearches;

/** The list of the customer synchronization status. */
@PageController
@RequestMapping("/synchronization")
class SynchronizationStatusPageController {

    private static final int PAGE = 50;
    // Counted up to here, so that a page costs the same whatever the backlog.
    private static final int COUNTED = 1000;

    private final OperationRepository operations;
    private final OperationResolutionService resolution;

    SynchronizationStatusPageController(OperationRepository operations, OperationResolutionService resolution) {
        this.operations = operations;
        this.resolution = resolution;
    }

    @GetMapping
    String list(OperationFilterForm asked, HttpSession session, Model model) {
        OperationFilterForm filter = asked.clean();
        String search = filter.search();
        if (search != null) {
            String text = SessionSearches.text(session, search);
            filter = filter.withSearch(text, search);
            if (text == null) {
                model.addAttribute("fault", PageMessage.of("common.fault.searchExpired"));
            }
        }
        return show(filter, model);
    }

    /** The form of the list. */
    @PostMapping
    String search(OperationFilterForm asked, HttpSession session) {
        OperationFilterForm filter = asked.clean();
        String text = filter.q();
        OperationFilterForm linked = text != null && filter.isPersonal()
                ? filter.withSearch(text, SessionSearches.remember(session, text))
                : filter;
        return "redirect:/synchronization" + linked.query();
    }

    private String show(OperationFilterForm filter, Model model) {
        if (filter.isPeriodReversed()) {
            model.addAttribute("fault", PageMessage.of("status.fault.periodReversed"));
        }
        List<OperationRow> rows = operations.list(filter.toFilter(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<OperationRow> shown = more ? rows.subList(0, PAGE) : rows;
        model.addAttribute("filter", filter);
        model.addAttribute("rows", shown);
        model.addAttribute("next", more ? shown.get(shown.size() - 1).recid() : null);
        model.addAttribute("matching", filter.isOpenOnly() ? matching(filter) : null);
        model.addAttribute("counts", operations.counts());
        model.addAttribute("channels", operations.channels());
        model.addAttribute("kinds", OperationKind.values());
        return "synchronization/list";
    }

    /** How many operations a retry of all that match would take, as text for a button. */
    private String matching(OperationFilterForm filter) {
        int count = resolution.retryable(filter.toFilter(), COUNTED + 1).size();
        return count > COUNTED ? "%,d+".formatted(COUNTED) : String.valueOf(count);
    }
}
