package io.counterpart.hq.access;

import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.security.Role;

/** The page of HQ's users. */
@PageController
@RequestMapping("/administration")
class UserPageController {

    private final UserService users;
    private final FormActions acts;

    UserPageController(UserService users, FormActions acts) {
        this.users = users;
        this.acts = acts;
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
                PageMessage.of("users.flash.added"),
                withoutPassword(form),
                redirect,
                () -> users.add(name, form.getOrDefault("password", ""), FormValues.choice(form, "role", Role.VIEWER)));
        return "redirect:/administration/users";
    }

    @PostMapping("/users/{username}")
    String change(@PathVariable String username, @RequestParam Map<String, String> form, RedirectAttributes redirect) {
        acts.act(
                PageMessage.of("users.flash.updated"),
                Map.of(),
                redirect,
                () -> users.change(
                        username,
                        FormValues.choice(form, "role", Role.VIEWER),
                        form.containsKey("enabled"),
                        FormValues.version(form)));
        return "redirect:/administration/users";
    }

    @PostMapping("/users/{username}/password")
    String password(@PathVariable String username, @RequestParam String password, RedirectAttributes redirect) {
        acts.act(
                PageMessage.of("users.flash.passwordChanged"),
                Map.of(),
                redirect,
                () -> users.changePassword(username, password));
        return "redirect:/administration/users";
    }

    @PostMapping("/users/{username}/sign-out")
    String signOut(@PathVariable String username, RedirectAttributes redirect) {
        acts.act(
                PageMessage.of("users.flash.signedOut", username),
                Map.of(),
                redirect,
                () -> users.signOutEverywhere(username));
        return "redirect:/administration/users";
    }

    @PostMapping("/users/{username}/delete")
    String delete(@PathVariable String username, @RequestParam Map<String, String> form, RedirectAttributes redirect) {
        acts.act(
                PageMessage.of("users.flash.deleted", username),
                Map.of(),
                redirect,
                () -> users.delete(username, FormValues.version(form)));
        return "redirect:/administration/users";
    }

    private static Map<String, String> withoutPassword(Map<String, String> form) {
        var kept = new java.util.HashMap<>(form);
        kept.remove("password");
        return kept;
    }
}
