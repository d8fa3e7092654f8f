package io.counterpart.hq.operation;

import java.util.Map;
import java.util.UUID;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** Page actions for failures that an edit cannot repair: merge, create as new, and skip. */
@PageController
@RequestMapping("/synchronization/{id}")
class OperationDecisionPageController {

    private final OperationResolutionService decisions;
    private final FormActions acts;

    OperationDecisionPageController(OperationResolutionService decisions, FormActions acts) {
        this.decisions = decisions;
        this.acts = acts;
    }

    @PostMapping("/link")
    String link(@PathVariable UUID id, @RequestParam String customer, RedirectAttributes redirect) {
        return decide(
                id,
                redirect,
                () -> decisions.link(id, customer.strip()),
                PageMessage.of("operation.flash.merged", customer.strip()));
    }

    @PostMapping("/create-anyway")
    String createAnyway(@PathVariable UUID id, RedirectAttributes redirect) {
        return decide(
                id, redirect, () -> decisions.synchronize(id, true), PageMessage.of("operation.flash.createdAsNew"));
    }

    @PostMapping("/ignore")
    String ignore(@PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        if (reason.isBlank()) {
            redirect.addFlashAttribute("fault", PageMessage.of("operation.fault.reasonRequired"));
            return "redirect:/synchronization/" + id;
        }
        return decide(
                id, redirect, () -> decisions.ignore(id, reason.strip()), PageMessage.of("operation.flash.skipped"));
    }

    private String decide(UUID id, RedirectAttributes redirect, Runnable decision, PageMessage done) {
        acts.act(done, Map.of(), redirect, decision);
        return "redirect:/synchronization/" + id;
    }
}
