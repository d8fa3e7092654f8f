package io.counterpart.hq.audit;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.PageMessage;
import io.counterpart.support.problem.Problem;

/**
 * Applies and audits a change of an administrator in one transaction. A rejected change is reported on the page of the
 * form, with the input.
 */
@Component
public class AuditedActions {

    private final AuditService audit;
    private final TransactionTemplate transactions;

    AuditedActions(AuditService audit, PlatformTransactionManager manager) {
        this.audit = audit;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Returns whether the change was applied. */
    public boolean act(
            String subject,
            String action,
            PageMessage done,
            Map<String, String> form,
            RedirectAttributes redirect,
            Runnable change) {
        try {
            transactions.executeWithoutResult(status -> {
                change.run();
                audit.note(action, subject, Map.of());
            });
            redirect.addFlashAttribute("done", done);
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
