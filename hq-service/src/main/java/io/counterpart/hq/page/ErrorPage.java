package io.counterpart.hq.page;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.ModelAndView;

/** The page that says what went wrong and where to go on. */
@Component
class ErrorPage {

    private static final ErrorMessage OTHERWISE =
            new ErrorMessage("That cannot be done", "The form or the address was not complete. Go back and try again.");
    private static final Map<Integer, ErrorMessage> MESSAGES = Map.of(
            403, new ErrorMessage("This is not for your role", "Ask an administrator of headquarters if you need it."),
            404,
                    new ErrorMessage(
                            "There is nothing here", "It may be gone, or the address was cut off on its way to you."),
            412,
                    new ErrorMessage(
                            "Somebody else changed this meanwhile",
                            "Nothing of yours was stored. Go back, reload the page and repeat your change."),
            503, new ErrorMessage("Headquarters is busy", "Please try again in a moment."),
            500, new ErrorMessage("Something went wrong here", "Please try again, or tell support the trace below."));

    private final PageModelAdvice frame;

    ErrorPage(PageModelAdvice frame) {
        this.frame = frame;
    }

    ModelAndView show(HttpServletRequest request, int status) {
        ErrorMessage said =
                MESSAGES.getOrDefault(status, status >= 500 ? MESSAGES.getOrDefault(500, OTHERWISE) : OTHERWISE);
        return show(request, status, said.title(), said.words());
    }

    ModelAndView show(HttpServletRequest request, int status, String title, String words) {
        var model = new ExtendedModelMap();
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        // A stranger sees the words without the menu, and so does everybody while the database is away.
        if (status != 503 && who != null && !(who instanceof AnonymousAuthenticationToken)) {
            frame.addPageAttributesTo(model, request, who);
        }
        model.addAttribute("title", title);
        // "Operation not found" needs no second sentence that says the same.
        model.addAttribute(
                "explanation",
                words.equals(title + ".")
                        ? MESSAGES.getOrDefault(status, OTHERWISE).words()
                        : words);
        model.addAttribute("traceId", MDC.get("traceId"));
        return new ModelAndView("trouble", model.asMap(), HttpStatus.valueOf(status));
    }

    private record ErrorMessage(String title, String words) {}
}
