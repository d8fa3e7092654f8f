package io.counterpart.hq.duplicate;

import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.master.DuplicateMode;
import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** The page of the duplicate policy: what happens when a new customer matches an existing one. */
@PageController
@RequestMapping("/administration/duplicates")
class DuplicatePageController {

    private final DuplicatePolicyService service;
    private final FormActions acts;

    DuplicatePageController(DuplicatePolicyService service, FormActions acts) {
        this.service = service;
        this.acts = acts;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("policy", service.read());
        return "administration/duplicates";
    }

    @PostMapping
    String save(@RequestParam DuplicateMode mode, @RequestParam long version, RedirectAttributes redirect) {
        acts.act(PageMessage.of("duplicates.flash.saved"), Map.of(), redirect, () -> service.save(mode, version));
        return "redirect:/administration/duplicates";
    }
}
