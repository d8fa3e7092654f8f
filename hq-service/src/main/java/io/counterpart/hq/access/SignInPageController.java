package io.counterpart.hq.access;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page. */
@Controller
class SignInPageController {

    private final boolean local;

    SignInPageController(Environment environment) {
        this.local = environment.acceptsProfiles(Profiles.of("local"));
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("local", local);
        return "access/sign-in";
    }
}
