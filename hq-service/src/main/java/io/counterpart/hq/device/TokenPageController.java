package io.counterpart.hq.device;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** The page of access tokens of devices, channel databases and API clients. */
@PageController
@RequestMapping("/administration")
class TokenPageController {

    private final TokenReadRepository tokens;
    private final DeviceService devices;
    private final TillOpeningService openings;
    private final FormActions acts;

    TokenPageController(
            TokenReadRepository tokens, DeviceService devices, TillOpeningService openings, FormActions acts) {
        this.tokens = tokens;
        this.devices = devices;
        this.openings = openings;
        this.acts = acts;
    }

    @GetMapping("/tokens")
    String tokens(Model model) {
        model.addAttribute("tokens", tokens.tokens());
        model.addAttribute("channels", tokens.channels());
        model.addAttribute("databases", tokens.databases());
        model.addAttribute("roles", TokenRole.values());
        model.addAttribute("accesses", StorefrontAccess.values());
        return "administration/tokens";
    }

    @PostMapping("/tokens")
    String register(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        String device = form.getOrDefault("device", "").strip();
        var made = new AtomicReference<@Nullable DeviceView>();
        boolean done = acts.act(form, redirect, () -> {
            DeviceView created = register(device, form);
            made.set(created);
            return PageMessage.of(created.channel() == null ? "tokens.flash.createdForHq" : "tokens.flash.created");
        });
        DeviceView created = made.get();
        if (done && created != null) {
            show(created, redirect);
        }
        return "redirect:/administration/tokens";
    }

    private void show(DeviceView created, RedirectAttributes redirect) {
        redirect.addFlashAttribute("token", created.token());
        if (created.role() == TokenRole.TILL && created.channel() != null && created.token() != null) {
            redirect.addFlashAttribute("opening", openings.of(created.channel(), created.token()));
        }
    }

    @PostMapping("/tokens/{sha256}/revoke")
    String revoke(@PathVariable String sha256, RedirectAttributes redirect) {
        acts.act(
                Map.of(),
                redirect,
                () -> PageMessage.of(devices.revoke(sha256) ? "tokens.flash.revoked" : "tokens.flash.revokedAtHq"));
        return "redirect:/administration/tokens";
    }

    private DeviceView register(String device, Map<String, String> form) {
        var wanted = new DeviceRequest(
                device,
                FormValues.choice(form, "role", TokenRole.TILL),
                FormValues.text(form, "channel"),
                FormValues.text(form, "channelDatabase"),
                FormValues.optionalChoice(form, "storefrontAccess", StorefrontAccess.class),
                day(form, "expiresAt"));
        return devices.register(wanted);
    }

    private static @Nullable Instant day(Map<String, String> form, String name) {
        LocalDate day = FormValues.day(form, name);
        return day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
