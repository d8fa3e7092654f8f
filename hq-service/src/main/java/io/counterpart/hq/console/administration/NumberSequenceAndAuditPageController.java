package io.counterpart.hq.console.administration;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.console.PageMessage;
import io.counterpart.hq.numbering.NumberSequenceService;

/** Number sequences, and who changed what. */
@Controller
@RequestMapping("/administration")
class NumberSequenceAndAuditPageController {

    private static final int PAGE = 100;

    private final NumberSequenceService sequences;
    private final AuditReadRepository changes;
    private final AuditedActions acts;

    NumberSequenceAndAuditPageController(
            NumberSequenceService sequences, AuditReadRepository changes, AuditedActions acts) {
        this.sequences = sequences;
        this.changes = changes;
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
                "Number sequence " + name,
                "%s, increment %d, last number %d".formatted(format, step, lastNumber),
                PageMessage.of("numberSequences.flash.saved"),
                Map.of(),
                redirect,
                () -> sequences.put(
                        name, new NumberSequenceService.SequenceSetting(format.strip(), step, lastNumber), seen));
        return "redirect:/administration/number-sequences";
    }

    @GetMapping("/changes")
    String changes(AuditFilter asked, @RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        AuditFilter filter = asked.clean();
        List<AuditReadRepository.AuditRow> found = changes.latest(filter, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("filter", filter);
        model.addAttribute("people", changes.people());
        model.addAttribute("changes", more ? found.subList(0, PAGE) : found);
        model.addAttribute("next", more ? found.get(PAGE - 1).id() : null);
        return "administration/changes";
    }
}
