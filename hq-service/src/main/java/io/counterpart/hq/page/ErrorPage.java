package io.counterpart.hq.page;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.ModelAndView;

/** The page for an error: what happened, why, and how to continue. */
@Component
class ErrorPage {

    private static final Set<Integer> OWN_TEXT = Set.of(403, 404, 412, 500, 503);

    private final PageModelAdvice frame;
    private final PageTexts texts;

    ErrorPage(PageModelAdvice frame, PageTexts texts) {
        this.frame = frame;
        this.texts = texts;
    }

    ModelAndView show(HttpServletRequest request, int status) {
        return show(request, status, texts.text(key(status, "title")), texts.text(key(status, "explanation")));
    }

    ModelAndView show(HttpServletRequest request, int status, String title, String message) {
        var model = new ExtendedModelMap();
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        // Without a session or a database there is no menu to show.
        if (status != 503 && who != null && !(who instanceof AnonymousAuthenticationToken)) {
            frame.addPageAttributes(model, request, who);
        }
        model.addAttribute("title", texts.sentence(title));
        // "Operation not found" needs no second sentence with the same content.
        model.addAttribute(
                "explanation",
                message.equals(title + ".") ? texts.text(key(status, "explanation")) : texts.sentence(message));
        model.addAttribute("traceId", MDC.get("traceId"));
        return new ModelAndView("trouble", model.asMap(), HttpStatus.valueOf(status));
    }

    private static String key(int status, String part) {
        int known = status >= 500 && status != 503 ? 500 : OWN_TEXT.contains(status) ? status : 400;
        return "error.%d.%s".formatted(known, part);
    }
}
