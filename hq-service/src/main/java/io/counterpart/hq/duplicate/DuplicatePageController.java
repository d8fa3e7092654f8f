package io.counterpart.hq.duplicate;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.master.DuplicateMode;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.support.problem.Problem;

/** The page of the duplicate policy: what happens when a new customer matches an existing one. */
@PageController
@RequestMapping("/administration/duplicates")
class DuplicatePageController {

    private final DuplicatePolicyService service;

    DuplicatePageController(DuplicatePolicyService service) {
        this.service = service;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("policy", service.read());
        return "administration/duplicates";
    }

    @PostMapping
    String save(@RequestParam DuplicateMode mode, @RequestParam long version, RedirectAttributes redirect) {
        try {
            service.save(mode, version);
            redirect.addFlashAttribute("done", PageMessage.of("duplicates.flash.saved"));
        } catch (Problem e) {
            redirect.addFlashAttribute("fault", e.title() + ". " + e.detail());
        }
        return "redirect:/administration/duplicates";
    }
}
