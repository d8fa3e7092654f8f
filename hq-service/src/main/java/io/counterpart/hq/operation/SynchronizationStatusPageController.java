package io.counterpart.hq.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.page.ListPage;
import io.counterpart.hq.page.ListTotal;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.page.SessionSearches;
import io.counterpart.hq.savedview.ListViewModel;
import io.counterpart.hq.savedview.ViewedList;

/** The list of the customer synchronization status. */
@PageController
@RequestMapping("/synchronization")
class SynchronizationStatusPageController {

    // Counted up to here, so that a page costs the same whatever the backlog.
    private static final int COUNTED = 1000;

    private final OperationRepository operations;
    private final OperationResolutionService resolution;
    private final ListViewModel views;

    SynchronizationStatusPageController(
            OperationRepository operations, OperationResolutionService resolution, ListViewModel views) {
        this.operations = operations;
        this.resolution = resolution;
        this.views = views;
    }

    @GetMapping
    String list(OperationFilterForm asked, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        String savedView = views.prepare(ViewedList.OPERATIONS, request, model, redirect);
        if (savedView != null) {
            return savedView;
        }
        OperationFilterForm filter = asked.clean();
        String search = filter.search();
        if (search != null) {
            String text = SessionSearches.text(request.getSession(), search);
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
        return "redirect:/synchronization" + linked.links().query();
    }

    private String show(OperationFilterForm filter, Model model) {
        if (filter.isPeriodReversed()) {
            model.addAttribute("fault", PageMessage.of("status.fault.periodReversed"));
        }
        ListPage<OperationRow> page = page(filter.toFilter());
        model.addAttribute("filter", filter);
        model.addAttribute("listPage", page);
        model.addAttribute("rows", page.rows());
        model.addAttribute("total", total(filter.toFilter(), page));
        model.addAttribute("matching", filter.isOpenOnly() ? matching(filter) : null);
        model.addAttribute("counts", operations.counts());
        model.addAttribute("channels", operations.channels());
        model.addAttribute("kinds", OperationKind.values());
        return "synchronization/list";
    }

    private ListPage<OperationRow> page(OperationFilter filter) {
        boolean ahead = filter.after() != null;
        ListPage<OperationRow> page =
                ListPage.of(operations.list(filter, ListPage.READ), filter.before() != null, ahead);
        return page.isBeyondTheStart(ahead) ? page(filter.fromTheStart()) : page;
    }

    /** Null if a count would cost more than the page. */
    private @Nullable ListTotal total(OperationFilter filter, ListPage<OperationRow> page) {
        if (page.isComplete()) {
            return ListTotal.exactly(page.rows().size());
        }
        int limit = filter.countedUpTo();
        if (limit > 0) {
            return ListTotal.of(operations.count(filter, limit + 1), limit);
        }
        return page.hasPrevious() ? null : ListTotal.moreThan(page.rows().size());
    }

    /** How many operations a retry of all that match would take, as text for a button. */
    private String matching(OperationFilterForm filter) {
        int count = resolution
                .retryable(filter.toFilter().fromTheStart(), COUNTED + 1)
                .size();
        return count > COUNTED ? "%,d+".formatted(COUNTED) : String.valueOf(count);
    }
}
