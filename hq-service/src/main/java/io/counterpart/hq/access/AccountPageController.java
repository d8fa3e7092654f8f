package io.counterpart.hq.access;

import java.security.Principal;
import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** The page on which a user changes the own password or ends the own sessions; both end all of them. */
@PageController
@RequestMapping("/account")
class AccountPageController {

    private final UserService users;
    private final FormActions actions;

    AccountPageController(UserService users, FormActions actions) {
        this.users = users;
        this.actions = actions;
    }

    @GetMapping
    String account() {
        return "access/account";
    }

    @PostMapping("/password")
    String changePassword(
            @RequestParam String current, @RequestParam String password, Principal user, RedirectAttributes redirect) {
        boolean changed = actions.act(
                PageMessage.of("users.flash.passwordChanged"),
                Map.of(),
                redirect,
                () -> users.changeOwnPassword(user.getName(), current, password));
        return changed ? "redirect:/sign-in?changed" : "redirect:/account";
    }

    @PostMapping("/sign-out-everywhere")
    String signOutEverywhere(Principal user, RedirectAttributes redirect) {
        boolean signedOut = actions.act(
                PageMessage.of("users.flash.signedOut", user.getName()),
                Map.of(),
                redirect,
                () -> users.signOutEverywhere(user.getName()));
        return signedOut ? "redirect:/sign-in?everywhere" : "redirect:/account";
    }
}
