package io.counterpart.hq.console.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.access.Role;
import io.counterpart.hq.access.UserService;
import io.counterpart.hq.channel.DevicePageService;
import io.counterpart.hq.console.PageMessage;

/** Access tokens of devices and channel databases, and the users of HQ. */
@Controller
@RequestMapping("/administration")
class AccessPageController {

    private final ConfigurationReadRepository configuration;
    private final DevicePageService devices;
    private final UserService users;
    private final AuditedActions acts;

    AccessPageController(
            ConfigurationReadRepository configuration,
            DevicePageService devices,
            UserService users,
            AuditedActions acts) {
        this.configuration = configuration;
        this.devices = devices;
        this.users = users;
        this.acts = acts;
    }

    @GetMapping("/tokens")
    String tokens(Model model) {
        model.addAttribute("tokens", configuration.tokens());
        model.addAttribute("channels", configuration.channels());
        model.addAttribute("databases", configuration.databases());
        model.addAttribute("roles", TokenRole.values());
        return "administration/tokens";
    }

    @PostMapping("/tokens")
    String register(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        String device = form.getOrDefault("device", "").strip();
        var token = new AtomicReference<String>();
        boolean done = acts.act(
                "Token of " + device,
                "created",
                PageMessage.of("tokens.flash.created"),
                form,
                redirect,
                () -> token.set(devices.register(
                        device,
                        TokenRole.valueOf(form.getOrDefault("role", "TILL")),
                        text(form, "channel"),
                        text(form, "channelDatabase"),
                        day(form, "expires"))));
        if (done) {
            redirect.addFlashAttribute("token", token.get());
        }
        return "redirect:/administration/tokens";
    }

    @PostMapping("/tokens/{sha256}/revoke")
    String revoke(@PathVariable String sha256, @RequestParam String device, RedirectAttributes redirect) {
        acts.act(
                "Token of " + device,
                "revoked",
                PageMessage.of("tokens.flash.revoked"),
                Map.of(),
                redirect,
                () -> devices.revoke(sha256));
        return "redirect:/administration/tokens";
    }

    @GetMapping("/users")
    String users(Model model) {
        model.addAttribute("users", users.all());
        model.addAttribute("roles", Role.values());
        return "administration/users";
    }

    @PostMapping("/users")
    String add(@RequestParam Map<String, String> form, RedirectAttributes redirect) {
        String name = form.getOrDefault("username", "").strip();
        acts.act(
                "User " + name,
                "added",
                PageMessage.of("users.flash.added"),
                withoutPassword(form),
                redirect,
                () -> users.add(
                        name, form.getOrDefault("password", ""), Role.valueOf(form.getOrDefault("role", "VIEWER"))));
        return "redirect:/administration/users";
    }

    @PostMapping("/users/{username}")
    String change(@PathVariable String username, @RequestParam Map<String, String> form, RedirectAttributes redirect) {
        acts.act(
                "User " + username,
                "changed",
                PageMessage.of("users.flash.updated"),
                Map.of(),
                redirect,
                () -> users.change(
                        username,
                        Role.valueOf(form.getOrDefault("role", "VIEWER")),
                        form.containsKey("enabled"),
                        ChannelPageController.version(form)));
        return "redirect:/administration/users";
    }

    @PostMapping("/users/{username}/password")
    String password(@PathVariable String username, @RequestParam String password, RedirectAttributes redirect) {
        acts.act(
                "User " + username,
                "password changed",
                PageMessage.of("users.flash.passwordChanged"),
                Map.of(),
                redirect,
                () -> users.changePassword(username, password));
        return "redirect:/administration/users";
    }

    private static Map<String, String> withoutPassword(Map<String, String> form) {
        var kept = new java.util.HashMap<>(form);
        kept.remove("password");
        return kept;
    }

    private static @Nullable String text(Map<String, String> form, String name) {
        String value = form.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable Instant day(Map<String, String> form, String name) {
        String value = text(form, name);
        return value == null ? null : LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
