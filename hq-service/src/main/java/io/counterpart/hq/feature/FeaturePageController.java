package io.counterpart.hq.feature;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

/** The page of feature management: enabled features, their prerequisites and the channels in which they are active. */
@PageController
@RequestMapping("/administration/features")
class FeaturePageController {

    private static final String BACK = "redirect:/administration/features";

    private final FeatureService features;
    private final FormActions acts;

    FeaturePageController(FeatureService features, FormActions acts) {
        this.features = features;
        this.acts = acts;
    }

    @GetMapping
    String list(Model model) {
        List<FeatureService.FeatureRow> all = features.all();
        model.addAttribute("features", all);
        model.addAttribute(
                "titles",
                all.stream()
                        .collect(Collectors.toMap(FeatureService.FeatureRow::name, FeatureService.FeatureRow::title)));
        model.addAttribute(
                "enabled",
                all.stream()
                        .filter(FeatureService.FeatureRow::enabled)
                        .map(FeatureService.FeatureRow::name)
                        .toList());
        return "administration/features";
    }

    @GetMapping("/live")
    String live(Model model) {
        list(model);
        return "administration/features :: live";
    }

    @PostMapping("/{name}")
    String enable(
            @PathVariable String name,
            @RequestParam boolean enabled,
            @RequestParam long version,
            RedirectAttributes redirect) {
        boolean done = acts.act(
                PageMessage.of(enabled ? "features.flash.enabled" : "features.flash.disabled"),
                Map.of(),
                redirect,
                () -> features.enable(name, enabled, false, () -> version));
        if (!done) {
            redirect.addFlashAttribute("missingFor", name);
            dropFaultOfMissingPrerequisites(redirect);
        }
        return BACK;
    }

    // The page lists the missing features itself, with the button that enables them.
    private static void dropFaultOfMissingPrerequisites(RedirectAttributes redirect) {
        Map<String, ?> flash = redirect.getFlashAttributes();
        if (flash.get("problem") instanceof Map<?, ?> problem && problem.containsKey("missing")) {
            flash.remove("fault");
        }
    }

    @PostMapping("/{name}/with-prerequisites")
    String enableAll(@PathVariable String name, RedirectAttributes redirect) {
        acts.act(
                PageMessage.of("features.flash.enabledWithPrerequisites"),
                Map.of(),
                redirect,
                () -> features.enableWithPrerequisites(name));
        return BACK;
    }
}
