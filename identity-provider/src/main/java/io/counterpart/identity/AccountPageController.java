package io.counterpart.identity;

import java.security.Principal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the identity provider: sign-in, registration, confirmation, and the mails that it would send. */
@Controller
class AccountPageController {

    private static final int SHORTEST_PASSWORD = 8;

    private final AccountService accounts;
    private final MailOutbox outbox;

    AccountPageController(AccountService accounts, MailOutbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/register")
    String register() {
        return "register";
    }

    @PostMapping("/register")
    String register(
            @RequestParam String email,
            @RequestParam String firstName,
            @RequestParam String lastName,
            @RequestParam String password) {
        if (password.length() < SHORTEST_PASSWORD || email.indexOf('@') < 1) {
            return "redirect:/register?error";
        }
        accounts.register(email, firstName, lastName, password);
        return "redirect:/login?registered";
    }

    @GetMapping("/confirm")
    String confirm(Principal person, @RequestParam String code, Model model) {
        model.addAttribute("confirmed", accounts.confirm(person.getName(), code));
        return "confirmed";
    }

    @GetMapping("/outbox")
    String outbox(Model model) {
        model.addAttribute("mails", outbox.mails());
        return "outbox";
    }
}
