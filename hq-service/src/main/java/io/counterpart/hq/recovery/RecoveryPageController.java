package io.counterpart.hq.recovery;

import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** The page of recoveries after a restore of HQ's database: the running one and the history. */
@PageController
@RequestMapping("/administration/recovery")
class RecoveryPageController {

    private final RecoveryService recoveries;
    private final FormActions acts;

    RecoveryPageController(RecoveryService recoveries, FormActions acts) {
        this.recoveries = recoveries;
        this.acts = acts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("recoveries", recoveries.all());
        return "administration/recovery";
    }

    @PostMapping("/{channelDatabase}/continue-without")
    String continueWithout(@PathVariable String channelDatabase, RedirectAttributes redirect) {
        acts.act(
                PageMessage.of("recovery.flash.continued", channelDatabase),
                Map.of(),
                redirect,
                () -> recoveries.continueWithout(channelDatabase));
        return "redirect:/administration/recovery";
    }
}
