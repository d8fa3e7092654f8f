package io.counterpart.hq.deadletter;

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

/** The page of one dead letter: retry and discard. */
@PageController
@RequestMapping("/dead-letters")
class DeadLetterPageController {

    private final DeadLetterService letters;

    DeadLetterPageController(DeadLetterService letters) {
        this.letters = letters;
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
        try {
            letters.discard(id, who.getName(), reason.strip());
        } catch (Problem e) {
            redirect.addFlashAttribute("fault", e.getMessage());
            return "redirect:/dead-letters/" + id;
        }
        redirect.addFlashAttribute("done", PageMessage.of("deadLetter.flash.discarded"));
        return "redirect:/dead-letters";
    }
}
