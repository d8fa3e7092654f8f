package io.counterpart.hq.page;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.support.problem.Problem;

/** Applies the change of a form. A rejected change is reported on the page of the form, with the input. */
@Component
public class FormActions {

    private final DisplayFormat format;
    private final PageTexts texts;

    FormActions(DisplayFormat format, PageTexts texts) {
        this.format = format;
        this.texts = texts;
    }

    /** Returns whether the change was applied. */
    public boolean act(PageMessage done, Map<String, String> form, RedirectAttributes redirect, Runnable change) {
        return act(form, redirect, () -> {
            change.run();
            return done;
        });
    }

    /**
     * The same if the message depends on the change.
     *
     * @param change returns the message
     */
    public boolean act(Map<String, String> form, RedirectAttributes redirect, Supplier<PageMessage> change) {
        try {
            redirect.addFlashAttribute("done", change.get());
            return true;
        } catch (Problem e) {
            redirect.addFlashAttribute("fault", message(e));
            redirect.addFlashAttribute("typed", form);
            redirect.addFlashAttribute("typedFor", form.getOrDefault("form", ""));
            redirect.addFlashAttribute("problem", e.extensions());
            return false;
        }
    }

    private String message(Problem problem) {
        if (problem.errors().isEmpty()) {
            return texts.sentence(problem.title()) + ". " + texts.sentence(problem.detail());
        }
        return problem.errors().stream()
                .map(error -> format.path(error.pointer().substring(1).replace('/', '.')) + ": "
                        + texts.sentence(error.detail()) + ".")
                .collect(Collectors.joining(" "));
    }
}
