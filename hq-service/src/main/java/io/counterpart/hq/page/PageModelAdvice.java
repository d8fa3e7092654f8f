package io.counterpart.hq.page;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.counterpart.hq.language.ShownPage;

/**
 * Adds the common model of every page: the menu, the signed-in user, the formats of texts, times and numbers, the
 * version, and the page to return to.
 */
@ControllerAdvice(annotations = PageController.class)
class PageModelAdvice {

    private final OpenIssueRepository attention;
    private final DisplayFormat format;
    private final PageTexts texts;
    private final Installation installation;

    PageModelAdvice(OpenIssueRepository attention, DisplayFormat format, PageTexts texts, Installation installation) {
        this.attention = attention;
        this.format = format;
        this.texts = texts;
        this.installation = installation;
    }

    @ModelAttribute
    void addPageAttributes(Model model, HttpServletRequest request, Authentication authentication) {
        var viewer = Viewer.of(authentication);
        model.addAttribute("viewer", viewer);
        model.addAttribute("menu", Menu.at(request.getRequestURI(), viewer, attention.count()));
        model.addAttribute("format", format);
        model.addAttribute("texts", texts);
        model.addAttribute("installation", installation);
        model.addAttribute("shownPage", ShownPage.of(request));
    }
}
