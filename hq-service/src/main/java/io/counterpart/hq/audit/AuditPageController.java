package io.counterpart.hq.audit;

import java.util.LinkedHashMap;
import java.util.List;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** The page of the audit trail. */
@PageController
class AuditPageController {

    private static final int PAGE = 100;

    private final AuditRepository changes;

    AuditPageController(AuditRepository changes) {
        this.changes = changes;
    }

    @GetMapping("/administration/changes")
    String changes(AuditFilter asked, @RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        AuditFilter filter = asked.clean();
        List<AuditView> found = List.of();
        if (filter.isPeriodReversed()) {
            model.addAttribute("fault", PageMessage.of("audit.fault.periodReversed"));
        } else {
            found = changes.list(filter.query(), before, PAGE + 1);
        }
        boolean more = found.size() > PAGE;
        List<AuditView> shown = more ? found.subList(0, PAGE) : found;
        var actions = new LinkedHashMap<String, PageMessage>();
        changes.actions().forEach(action -> actions.put(action, AuditRow.label(action)));
        model.addAttribute("filter", filter);
        model.addAttribute("actors", changes.actors());
        model.addAttribute("actions", actions);
        model.addAttribute("changes", shown.stream().map(AuditRow::of).toList());
        model.addAttribute("next", more ? shown.get(PAGE - 1).id() : null);
        return "administration/changes";
    }
}
