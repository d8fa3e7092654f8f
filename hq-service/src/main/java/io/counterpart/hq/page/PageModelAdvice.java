package io.counterpart.hq.page;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page has: the menu, who looks at it, and the words for times and numbers. */
@ControllerAdvice(annotations = PageController.class)
class PageModelAdvice {

    private final OpenIssueRepository attention;
    private final DisplayFormat words;

    PageModelAdvice(OpenIssueRepository attention, DisplayFormat words) {
        this.attention = attention;
        this.words = words;
    }

    @ModelAttribute
    void addPageAttributes(Model model, HttpServletRequest request, Authentication authentication) {
        if (!request.getMethod().equals("GET") && request.getHeader("HX-Request") != null) {
            return;
        }
        var viewer = Viewer.of(authentication);
        model.addAttribute("viewer", viewer);
        model.addAttribute("menu", Menu.at(request.getRequestURI(), viewer, attention.count()));
        model.addAttribute("words", words);
    }

    void addPageAttributesTo(Model model, HttpServletRequest request, Authentication authentication) {
        addPageAttributes(model, request, authentication);
    }
}
