package io.counterpart.hq.audit;

import java.util.List;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.counterpart.hq.page.PageController;

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
        List<AuditRow> found = changes.latest(filter, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("filter", filter);
        model.addAttribute("people", changes.people());
        model.addAttribute("changes", more ? found.subList(0, PAGE) : found);
        model.addAttribute("next", more ? found.get(PAGE - 1).id() : null);
        return "administration/changes";
    }
}
