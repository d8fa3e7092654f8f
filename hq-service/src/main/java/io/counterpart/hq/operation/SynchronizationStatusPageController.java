package io.counterpart.hq.operation;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.page.FailureHints;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.page.SessionSearches;

/** Pages of the customer synchronization status: the list, and the failures by cause. */
@PageController
@Validated
@RequestMapping("/synchronization")
class SynchronizationStatusPageController {

    private static final int PAGE = 50;
    // Counted up to here, so that a page costs the same whatever the backlog.
    private static final int COUNTED = 1000;

    private final OperationRepository operations;
    private final OperationResolutionService resolution;
    private final FailureCauseRepository causes;
    private final Clock clock;

    SynchronizationStatusPageController(
            OperationRepository operations,
            OperationResolutionService resolution,
            FailureCauseRepository causes,
            Clock clock) {
        this.operations = operations;
        this.resolution = resolution;
        this.causes = causes;
        this.clock = clock;
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

    @GetMapping("/causes")
    String causes(Model model) {
        var found = causes.causes();
        model.addAttribute("causes", found);
        model.addAttribute("hints", FailureHints.BY_CODE);
        model.addAttribute(
                "notes",
                found.stream()
                        .collect(Collectors.toMap(
                                FailureCauseRepository.FailureCause::errorCode,
                                cause -> causes.notes(cause.errorCode()),
                                (a, b) -> a,
                                LinkedHashMap::new)));
        return "synchronization/causes";
    }

    @PostMapping("/causes/{code}/notes")
    String note(
            @PathVariable @Size(max = 60) String code,
            @RequestParam @NotBlank @Size(max = 1000) String note,
            Authentication who,
            RedirectAttributes redirect) {
        causes.saveNote(code, note.strip(), who.getName(), clock.instant());
        redirect.addFlashAttribute("done", PageMessage.of("causes.flash.noteSaved"));
        return "redirect:/synchronization/causes";
    }
}
