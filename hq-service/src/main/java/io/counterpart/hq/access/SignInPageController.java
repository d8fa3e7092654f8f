package io.counterpart.hq.access;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.counterpart.hq.language.ShownPage;

/** The sign-in page. */
@Controller
class SignInPageController {

    private final boolean local;
    private final boolean company;

    SignInPageController(Environment environment, CompanySignInProperties properties) {
        this.local = environment.acceptsProfiles(Profiles.of("local"));
        this.company = properties.issuer() != null;
    }

    @GetMapping("/sign-in")
    String signIn(Model model, HttpServletRequest request) {
        model.addAttribute("shownPage", ShownPage.of(request));
        model.addAttribute("local", local);
        model.addAttribute("company", company);
        return "access/sign-in";
    }
}
