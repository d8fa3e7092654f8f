package io.counterpart.hq.alert;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.alert.AlertDestination.Kind;
import io.counterpart.hq.alert.AlertDestinationService.NewSecret;
import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** The pages of alerts: firing and past alerts, their destinations and messages, and the settings. */
@PageController
@RequestMapping("/administration/alerts")
class AlertPageController {

    private static final String BACK = "redirect:/administration/alerts";
    private static final int MOST_FIRING = 200;
    private static final int PAGE = 25;

    private final AlertListRepository alerts;
    private final AlertDestinationService destinations;
    private final AlertSettingsService settings;
    private final EmailSender emails;
    private final AlertProperties properties;
    private final FormActions acts;

    AlertPageController(
            AlertListRepository alerts,
            AlertDestinationService destinations,
            AlertSettingsService settings,
            EmailSender emails,
            AlertProperties properties,
            FormActions acts) {
        this.alerts = alerts;
        this.destinations = destinations;
        this.settings = settings;
        this.emails = emails;
        this.properties = properties;
        this.acts = acts;
    }

    @GetMapping
    String overview(@RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        var past = alerts.list(false, before, PAGE + 1);
        boolean more = past.size() > PAGE;
        model.addAttribute("firing", alerts.list(true, Long.MAX_VALUE, MOST_FIRING));
        model.addAttribute("past", more ? past.subList(0, PAGE) : past);
        model.addAttribute("next", more ? past.get(PAGE - 1).id() : null);
        model.addAttribute("destinations", destinations.list());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("mailServer", emails.isConfigured());
        model.addAttribute("links", properties.url("/") != null);
        return "administration/alerts";
    }

    @GetMapping("/settings")
    String settings(Model model) {
        var stored = settings.read();
        model.addAttribute("settings", stored.settings());
        model.addAttribute("version", stored.version());
        model.addAttribute("days", DayOfWeek.values());
        return "administration/alert-settings";
    }

    @PostMapping("/settings")
    String save(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        boolean done = acts.act(PageMessage.of("alerts.flash.saved"), form, redirect, () -> {
            settings.save(new AlertSettingsForm(form).settings(), FormValues.version(form));
        });
        return done ? BACK : BACK + "/settings";
    }

    @PostMapping("/destinations")
    String add(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        return showSecret(form, redirect, "alerts.flash.added", () -> {
            Kind kind = FormValues.choice(form, "kind", Kind.EMAIL);
            return destinations.add(kind, FormValues.text(form, "address"));
        });
    }

    @PostMapping("/destinations/{id}/rotate-secret")
    String rotate(@PathVariable UUID id, RedirectAttributes redirect) {
        return showSecret(Map.of(), redirect, "alerts.flash.rotated", () -> destinations.rotate(id));
    }

    @PostMapping("/destinations/{id}/test")
    String test(@PathVariable UUID id, RedirectAttributes redirect) {
        acts.act(PageMessage.of("alerts.flash.test"), Map.of(), redirect, () -> destinations.test(id));
        return BACK;
    }

    @PostMapping("/destinations/{id}/remove")
    String remove(@PathVariable UUID id, RedirectAttributes redirect) {
        acts.act(PageMessage.of("alerts.flash.removed"), Map.of(), redirect, () -> destinations.remove(id));
        return BACK;
    }

    private String showSecret(
            Map<String, String> form, RedirectAttributes redirect, String done, Supplier<NewSecret> change) {
        var secret = new AtomicReference<@Nullable String>();
        acts.act(
                PageMessage.of(done),
                form,
                redirect,
                () -> secret.set(change.get().secret()));
        if (secret.get() != null) {
            redirect.addFlashAttribute("secret", secret.get());
        }
        return BACK;
    }
}
