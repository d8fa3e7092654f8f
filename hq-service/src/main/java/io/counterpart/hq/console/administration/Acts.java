package io.counterpart.hq.console.administration;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.problem.Problem;

/**
 * Does what an administrator asked for and writes down who did it, in one transaction. What is refused is said on the
 * page where the form stood, with the typing kept.
 */
@Component
class Acts {

    private final ChangeRepository changes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Acts(ChangeRepository changes, org.springframework.transaction.PlatformTransactionManager manager, Clock clock) {
        this.changes = changes;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** Whether it was done. */
    boolean act(String subject, String what, Map<String, String> form, RedirectAttributes redirect, Runnable change) {
        try {
            transactions.executeWithoutResult(status -> {
                change.run();
                changes.add(who(), subject, what, clock.instant());
            });
            redirect.addFlashAttribute("done", subject + ": " + what + ". The channels are told.");
            return true;
        } catch (Problem e) {
            redirect.addFlashAttribute("fault", words(e.detail()));
            redirect.addFlashAttribute("typed", form);
            redirect.addFlashAttribute("typedFor", form.getOrDefault("form", ""));
            redirect.addFlashAttribute("problem", e.detail().getProperties());
            return false;
        }
    }

    private static String who() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "nobody" : authentication.getName();
    }

    private static String words(ProblemDetail detail) {
        Map<String, Object> properties = detail.getProperties();
        if (properties != null && properties.get("errors") instanceof List<?> errors && !errors.isEmpty()) {
            var said = new StringBuilder();
            errors.stream()
                    .filter(Problem.Invalid.class::isInstance)
                    .map(Problem.Invalid.class::cast)
                    .forEach(it -> said.append(it.pointer().substring(1))
                            .append(": ")
                            .append(it.detail())
                            .append(". "));
            return said.toString().trim();
        }
        return detail.getTitle() + ". " + detail.getDetail();
    }
}
