package io.counterpart.hq.merge;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.support.problem.Problem;

/** Pages to merge two customers and to undo it. */
@PageController
@RequestMapping("/customers/{id}/merges")
class MergePageController {

    private static final String FIELD = "field.";

    private final MergeService merges;
    private final MergeUndoService undo;
    private final CustomerSearchService search;
    private final FormActions acts;

    MergePageController(MergeService merges, MergeUndoService undo, CustomerSearchService search, FormActions acts) {
        this.merges = merges;
        this.undo = undo;
        this.search = search;
        this.acts = acts;
    }

    /** @param merged the other customer; null: the user enters it */
    @GetMapping
    String show(@PathVariable String id, @RequestParam(required = false) @Nullable String merged, Model model) {
        CustomerSnapshot customer = search.one(id);
        model.addAttribute("customer", customer);
        model.addAttribute("merges", merges.merges(id));
        model.addAttribute("merged", merged);
        if (merged != null && !merged.isBlank()) {
            try {
                model.addAttribute("preview", merges.preview(id, merged.strip()));
            } catch (Problem e) {
                model.addAttribute("refusal", e.detail());
            }
        }
        return "customers/merge";
    }

    @PostMapping
    String merge(@PathVariable String id, @RequestParam Map<String, String> form, RedirectAttributes redirect) {
        String merged = form.getOrDefault("merged", "");
        boolean done = acts.act(form, redirect, () -> {
            MergeView merge = merges.merge(id, number(form, "version"), request(form));
            return PageMessage.of("merge.flash.merged", merge.mergedNumber(), merge.survivorNumber());
        });
        redirect.addAttribute("id", id);
        if (done) {
            return "redirect:/customers/{id}";
        }
        redirect.addAttribute("merged", merged);
        return "redirect:/customers/{id}/merges";
    }

    @PostMapping("/{mergeId}/undo")
    String undo(
            @PathVariable String id,
            @PathVariable UUID mergeId,
            @RequestParam long version,
            RedirectAttributes redirect) {
        acts.act(new HashMap<>(), redirect, () -> {
            MergeView merge = undo.undo(id, mergeId, version);
            return PageMessage.of("merge.flash.undone", merge.mergedNumber());
        });
        redirect.addAttribute("id", id);
        return "redirect:/customers/{id}/merges";
    }

    private static MergeRequest request(Map<String, String> form) {
        var fields = new HashMap<String, FieldSource>();
        form.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                fields.put(
                        name.substring(FIELD.length()),
                        "MERGED".equals(value) ? FieldSource.MERGED : FieldSource.SURVIVOR);
            }
        });
        return new MergeRequest(form.get("merged"), number(form, "mergedVersion"), fields);
    }

    private static long number(Map<String, String> form, String name) {
        try {
            return Long.parseLong(form.getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            throw Problem.validation("/" + name, "required", "Open the page again.");
        }
    }
}
