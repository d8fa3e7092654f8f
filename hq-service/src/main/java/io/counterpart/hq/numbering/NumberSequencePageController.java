package io.counterpart.hq.numbering;

import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** The page of number sequences. */
@PageController
@RequestMapping("/administration")
class NumberSequencePageController {

    private final NumberSequenceService sequences;
    private final FormActions acts;

    NumberSequencePageController(NumberSequenceService sequences, FormActions acts) {
        this.sequences = sequences;
        this.acts = acts;
    }

    @GetMapping("/number-sequences")
    String sequences(Model model) {
        model.addAttribute("sequences", sequences.all());
        return "administration/number-sequences";
    }

    @PostMapping("/number-sequences/{name}")
    String change(
            @PathVariable String name,
            @RequestParam String format,
            @RequestParam int step,
            @RequestParam long lastNumber,
            @RequestParam long seen,
            RedirectAttributes redirect) {
        acts.act(
                PageMessage.of("numberSequences.flash.saved"),
                Map.of(),
                redirect,
                () -> sequences.put(
                        name, new NumberSequenceService.SequenceSetting(format.strip(), step, lastNumber), seen));
        return "redirect:/administration/number-sequences";
    }
}
