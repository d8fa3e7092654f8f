package io.counterpart.hq.duplicatepair;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.search.DuplicateReason;
import io.counterpart.hq.duplicate.CustomerComparisonService;
import io.counterpart.hq.duplicatepair.DuplicatePairService.ComparedPair;
import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.ListPage;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.problem.ListResponse;

/** Pages of customers that may be the same: the open pairs, and two customers side by side. */
@PageController
@RequestMapping("/possible-duplicates")
class DuplicatePairPageController {

    // A name alone makes no pair.
    private static final List<DuplicateReason> REASONS =
            List.of(DuplicateReason.EMAIL, DuplicateReason.PHONE, DuplicateReason.NAME_AND_POSTCODE);

    private final DuplicatePairService service;
    private final DuplicateGroupRepository groups;
    private final DuplicateScanRepository scan;
    private final CustomerComparisonService comparisons;
    private final FormActions acts;

    DuplicatePairPageController(
            DuplicatePairService service,
            DuplicateGroupRepository groups,
            DuplicateScanRepository scan,
            CustomerComparisonService comparisons,
            FormActions acts) {
        this.service = service;
        this.groups = groups;
        this.scan = scan;
        this.comparisons = comparisons;
        this.acts = acts;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> form, Model model) {
        DuplicateReason reason = FormValues.optionalChoice(form, "reason", DuplicateReason.class);
        String channel = FormValues.text(form, "channel");
        String cursor = FormValues.text(form, "cursor");
        ListResponse<DuplicatePair> page =
                service.list(new PairFilter(PairStatus.OPEN, reason, channel), ListPage.SIZE, cursor);
        model.addAttribute("pairs", page.items());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("reason", reason);
        model.addAttribute("channel", channel);
        model.addAttribute("reasons", REASONS);
        model.addAttribute("channels", service.channels());
        model.addAttribute("groups", groups.largest());
        model.addAttribute("scan", scan.progress());
        return "duplicatepair/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        ComparedPair compared = service.compare(id);
        model.addAttribute("compared", compared);
        model.addAttribute("pair", compared.pair());
        model.addAttribute("comparison", comparisons.compare(compared.first(), compared.second()));
        return "duplicatepair/pair";
    }

    @PostMapping("/{id}/not-same")
    String decideNotSame(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        Map<String, String> form = new HashMap<>();
        if (reason != null) {
            form.put("reason", reason);
        }
        boolean decided = acts.act(
                PageMessage.of("possibleDuplicates.flash.notSame"),
                form,
                redirect,
                () -> service.decideNotSame(id, PairDecisionReason.checked(reason)));
        return decided ? "redirect:/possible-duplicates" : "redirect:/possible-duplicates/" + id;
    }
}
