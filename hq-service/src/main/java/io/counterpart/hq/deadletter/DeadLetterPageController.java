package io.counterpart.hq.deadletter;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.support.problem.Problem;

/** Pages of dead letters: list, retry and discard. */
@PageController
@RequestMapping("/dead-letters")
class DeadLetterPageController {

    private static final int PAGE = 50;

    private final DeadLetterService letters;

    DeadLetterPageController(DeadLetterService letters) {
        this.letters = letters;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        List<DeadLetter> found = letters.list(!all, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("all", all);
        model.addAttribute("letters", more ? found.subList(0, PAGE) : found);
        model.addAttribute("next", more ? found.get(PAGE - 1).id() : null);
        return "deadletters/list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("letter", letters.find(id));
        return "deadletters/letter";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable long id, Authentication who, RedirectAttributes redirect) {
        try {
            letters.retry(id, who.getName());
            redirect.addFlashAttribute("done", PageMessage.of("deadLetter.flash.requeued"));
        } catch (Problem e) {
            redirect.addFlashAttribute("fault", e.getMessage());
        }
        return "redirect:/dead-letters/" + id;
    }

    @PostMapping("/{id}/discard")
    String discard(
            @PathVariable long id,
            @RequestParam @NotBlank @Size(max = 400) String reason,
            Authentication who,
            RedirectAttributes redirect) {
        letters.discard(id, who.getName(), reason.strip());
        redirect.addFlashAttribute("done", PageMessage.of("deadLetter.flash.discarded"));
        return "redirect:/dead-letters";
    }
}
