package io.counterpart.hq.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.web.SitePath;

/** Remembers the language that a user chooses on any page, before the sign-in too. */
@Controller
class LanguageController {

    private final PageLocaleResolver locales;

    LanguageController(PageLocaleResolver locales) {
        this.locales = locales;
    }

    /**
     * Shows a page in another language.
     *
     * @param page the path to return to
     */
    @PostMapping("/language")
    ResponseEntity<Void> choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        PageLanguage chosen = PageLanguage.of(language)
                .orElseThrow(
                        () -> Problem.validation("/language", "unknown-value", "Must be one of the listed values"));
        locales.setLocale(request, response, chosen.locale());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, SitePath.isOfThisSite(page) ? page : "/")
                .build();
    }
}
