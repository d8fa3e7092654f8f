package io.counterpart.hq.console.administration;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.console.PageMessage;
import io.counterpart.hq.customer.DuplicateMode;
import io.counterpart.hq.duplicate.DuplicatePageService;
import io.counterpart.support.problem.Problem;

/** The duplicate policy: what happens when a new customer matches an existing one. */
@Controller
@RequestMapping("/administration/duplicates")
class DuplicatePageController {

    private final DuplicatePageService service;

    DuplicatePageController(DuplicatePageService desk) {
        this.service = desk;
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
