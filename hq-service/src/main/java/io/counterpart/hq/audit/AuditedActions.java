package io.counterpart.hq.audit;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.support.problem.Problem;

/**
 * Does what an administrator asked for and writes down who did it, in one transaction. What is refused is said on the
 * page where the form stood, with the typing kept.
 */
@Component
public class AuditedActions {

    private final AuditService audit;
    private final TransactionTemplate transactions;

    AuditedActions(AuditService audit, PlatformTransactionManager manager) {
        this.audit = audit;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Whether it was done. */
    public boolean act(
            String subject, String what, Map<String, String> form, RedirectAttributes redirect, Runnable change) {
        try {
            transactions.executeWithoutResult(status -> {
                change.run();
                audit.note(what, subject, Map.of());
            });
            redirect.addFlashAttribute("done", subject + ": " + what + ". The channels are told.");
            return true;
        } catch (Problem e) {
            redirect.addFlashAttribute("fault", message(e));
            redirect.addFlashAttribute("typed", form);
            redirect.addFlashAttribute("typedFor", form.getOrDefault("form", ""));
            redirect.addFlashAttribute("problem", e.extensions());
            return false;
        }
    }

    private static String message(Problem problem) {
        if (problem.errors().isEmpty()) {
            return problem.title() + ". " + problem.detail();
        }
        return problem.errors().stream()
                .map(error -> error.pointer().substring(1) + ": " + error.detail() + ".")
                .collect(Collectors.joining(" "));
    }
}
