package io.counterpart.hq.operation;

import java.util.UUID;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.PageController;
import io.counterpart.support.problem.Problem;

/** What no edit can mend: a customer who is there already, and an edit that is no longer wanted. */
@PageController
@RequestMapping("/synchronization/{id}")
class OperationDecisionPageController {

    private final OperationDecisionPageService service;

    OperationDecisionPageController(OperationDecisionPageService desk) {
        this.service = desk;
    }

    @PostMapping("/link")
    String link(@PathVariable UUID id, @RequestParam String customer, RedirectAttributes redirect) {
        return decide(
                id,
                redirect,
                () -> service.link(id, customer.strip()),
                "Reassigned: the channel's customer is " + customer.strip() + " from now on.");
    }

    @PostMapping("/create-anyway")
    String createAnyway(@PathVariable UUID id, RedirectAttributes redirect) {
        return decide(id, redirect, () -> service.createAnyway(id), "It was tried again as a customer of its own.");
    }

    @PostMapping("/ignore")
    String ignore(@PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        if (reason.isBlank()) {
            redirect.addFlashAttribute("fault", "Say why it is left out, for those who look later.");
            return "redirect:/synchronization/" + id;
        }
        return decide(
                id,
                redirect,
                () -> service.ignore(id, reason.strip()),
                "Left out. Later operations of the customer go on.");
    }

    private static String decide(UUID id, RedirectAttributes redirect, Runnable decision, String done) {
        try {
            decision.run();
            redirect.addFlashAttribute("done", done);
        } catch (Problem e) {
            redirect.addFlashAttribute("fault", e.title() + ". " + e.detail());
        }
        return "redirect:/synchronization/" + id;
    }
}
