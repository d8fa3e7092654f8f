package io.counterpart.hq.console.administration;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.customer.DuplicateMode;
import io.counterpart.hq.duplicate.DuplicateDesk;
import io.counterpart.support.problem.Problem;

/** What becomes of a new customer who may be here already. */
@Controller
@RequestMapping("/administration/duplicates")
class DuplicatePages {

    private final DuplicateDesk desk;

    DuplicatePages(DuplicateDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("policy", desk.read());
        return "administration/duplicates";
    }

    @PostMapping
    String save(@RequestParam DuplicateMode mode, @RequestParam long version, RedirectAttributes redirect) {
        try {
            desk.save(mode, version);
            redirect.addFlashAttribute("done", "Saved. The next customer who is converted goes by it.");
        } catch (Problem e) {
            redirect.addFlashAttribute("fault", e.title() + ". " + e.detail());
        }
        return "redirect:/administration/duplicates";
    }
}
