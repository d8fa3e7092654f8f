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
import io.counterpart.hq.page.PageTexts;

/** The page of feature management: enabled features, their prerequisites and the channels in which they are active. */
@PageController
@RequestMapping("/administration/features")
class FeaturePageController {

    private static final String BACK = "redirect:/administration/features";

    private final FeatureService features;
    private final PendingWorkRepository pending;
    private final FormActions acts;
    private final PageTexts texts;

    FeaturePageController(FeatureService features, PendingWorkRepository pending, FormActions acts, PageTexts texts) {
        this.features = features;
        this.pending = pending;
        this.acts = acts;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        List<FeatureService.FeatureRow> all = features.all();
        model.addAttribute("features", all);
        model.addAttribute("titles", titles());
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

    /** Asks for a confirmation with what becomes of pending work. */
    @GetMapping("/{name}/disable")
    String confirmDisabling(@PathVariable String name, Model model) {
        FeatureService.FeatureRow feature = features.one(name);
        if (!feature.enabled() || feature.mandatory()) {
            return BACK;
        }
        model.addAttribute("feature", feature);
        model.addAttribute("effect", DisabledFeatureEffect.of(name));
        model.addAttribute("pending", pending.count());
        model.addAttribute(
                "dependents",
                features.dependents(name).stream().map(titles()::get).toList());
        return "administration/feature-disable";
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
        if (!done && redirect.getFlashAttributes().get("problem") instanceof Map<?, ?> problem) {
            nameFeatures(name, problem, redirect);
        }
        return BACK;
    }

    private void nameFeatures(String name, Map<?, ?> problem, RedirectAttributes redirect) {
        if (problem.containsKey("missing")) {
            // The page lists the missing features itself, with the button that enables them.
            redirect.addFlashAttribute("missingFor", name);
            redirect.getFlashAttributes().remove("fault");
        } else if (problem.get("dependents") instanceof List<?> dependents) {
            Map<String, String> titles = titles();
            String needing = dependents.stream()
                    .map(it -> texts.text("features.quoted", texts.sentence(titles.get(it))))
                    .collect(Collectors.joining(", "));
            redirect.addFlashAttribute("fault", PageMessage.of("features.fault.required", needing));
        }
    }

    /** In English; pages translate them. */
    private Map<String, String> titles() {
        return features.all().stream()
                .collect(Collectors.toMap(FeatureService.FeatureRow::name, FeatureService.FeatureRow::title));
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
