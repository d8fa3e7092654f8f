package io.counterpart.hq.operation.cause;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.ui.Model;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FailureHints;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** The page of failures by cause, with notes. */
@PageController
@Validated
@RequestMapping("/synchronization/causes")
class FailureCausePageController {

    private final FailureCauseService service;

    FailureCausePageController(FailureCauseService service) {
        this.service = service;
    }

    @GetMapping
    String causes(Model model) {
        var found = service.causes();
        model.addAttribute("causes", found);
        model.addAttribute("hints", FailureHints.BY_CODE);
        model.addAttribute("notes", service.notes(found));
        return "synchronization/causes";
    }

    @PostMapping("/{code}/notes")
    String note(
            @PathVariable @Size(max = 60) String code,
            @RequestParam @NotBlank @Size(max = 1000) String note,
            RedirectAttributes redirect) {
        service.saveNote(code, note.strip());
        redirect.addFlashAttribute("done", PageMessage.of("causes.flash.noteSaved"));
        return "redirect:/synchronization/causes";
    }
}
