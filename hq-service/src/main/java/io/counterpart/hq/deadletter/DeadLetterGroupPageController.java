package io.counterpart.hq.deadletter;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.ListPage;
import io.counterpart.hq.page.ListTotal;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.savedview.ListViewModel;
import io.counterpart.hq.savedview.ViewedList;

/** Pages of groups of dead letters: the groups, the dead letters of one, preview and progress of bulk actions. */
@PageController
@RequestMapping("/dead-letters")
class DeadLetterGroupPageController {

    private final DeadLetterGroupService groups;
    private final DeadLetterService letters;
    private final ListViewModel views;

    DeadLetterGroupPageController(DeadLetterGroupService groups, DeadLetterService letters, ListViewModel views) {
        this.groups = groups;
        this.letters = letters;
        this.views = views;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "false") boolean all, Model model) {
        model.addAttribute("all", all);
        model.addAttribute("groups", groups.list(all));
        return "deadletters/list";
    }

    @GetMapping("/group")
    String open(
            @RequestParam DeadLetterCause cause,
            @RequestParam String topic,
            @RequestParam(defaultValue = "false") boolean all,
            DeadLetterPosition position,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        String savedView = views.prepare(ViewedList.DEAD_LETTERS, request, model, redirect);
        if (savedView != null) {
            return savedView;
        }
        ListPage<DeadLetter> page = letters.page(new DeadLetterFilter(all, cause, topic), position);
        addGroup(all, cause, topic, model);
        model.addAttribute("all", all);
        model.addAttribute("letters", page.rows());
        model.addAttribute("listPage", page);
        model.addAttribute("links", new DeadLetterGroupLinks(cause, topic, all, position));
        return "deadletters/group";
    }

    @GetMapping("/group/retry")
    String previewRetry(@RequestParam DeadLetterCause cause, @RequestParam String topic, Model model) {
        addGroup(false, cause, topic, model);
        return "deadletters/retry-preview";
    }

    @GetMapping("/group/discard")
    String previewDiscard(@RequestParam DeadLetterCause cause, @RequestParam String topic, Model model) {
        addGroup(false, cause, topic, model);
        return "deadletters/discard-preview";
    }

    private void addGroup(boolean all, DeadLetterCause cause, String topic, Model model) {
        Optional<DeadLetterGroup> group = groups.find(all, cause, topic);
        model.addAttribute("cause", cause);
        model.addAttribute("topic", topic);
        model.addAttribute("group", group.orElse(null));
        model.addAttribute(
                "total", group.map(it -> ListTotal.exactly(it.letters())).orElse(null));
    }

    @PostMapping("/group/retry")
    String retry(
            @RequestParam DeadLetterCause cause,
            @RequestParam String topic,
            @RequestParam long upTo,
            @RequestParam @NotBlank @Size(max = 400) String reason,
            RedirectAttributes redirect) {
        Optional<DeadLetterRetry> retry = groups.retry(new DeadLetterSelection(cause, topic, upTo), reason.strip());
        if (retry.isEmpty()) {
            redirect.addFlashAttribute("done", PageMessage.of("deadLetters.flash.nothingLeft"));
            return "redirect:/dead-letters";
        }
        return "redirect:/dead-letters/retries/" + retry.get().id();
    }

    @PostMapping("/group/discard")
    String discard(
            @RequestParam DeadLetterCause cause,
            @RequestParam String topic,
            @RequestParam long upTo,
            @RequestParam @NotBlank @Size(max = 400) String reason,
            RedirectAttributes redirect) {
        int discarded = groups.discard(new DeadLetterSelection(cause, topic, upTo), reason.strip());
        redirect.addFlashAttribute(
                "done",
                discarded == 0
                        ? PageMessage.of("deadLetters.flash.nothingLeft")
                        : PageMessage.of("deadLetters.flash.discarded", discarded));
        return "redirect:/dead-letters";
    }

    @GetMapping("/retries/{id}")
    String progress(@PathVariable UUID id, Model model) {
        model.addAttribute("retry", groups.findRetry(id));
        return "deadletters/retry";
    }

    @GetMapping("/retries/{id}/progress")
    String liveProgress(@PathVariable UUID id, Model model) {
        model.addAttribute("retry", groups.findRetry(id));
        return "deadletters/retry :: progress";
    }
}
