package io.counterpart.hq.search;

import java.util.List;

import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.page.SessionSearches;

/** The search box of every page, its suggestions, and the page of the results. */
@PageController
@RequestMapping("/search")
class SearchPageController {

    private static final int LONGEST = 200;
    // One letter matches nearly everything.
    private static final int SHORTEST_SUGGESTED = 2;
    private static final int SHOWN = 8;
    private static final int COUNTED = 50;
    private static final int SUGGESTED = 4;

    private final SearchService search;

    SearchPageController(SearchService search) {
        this.search = search;
    }

    @GetMapping
    String results(
            @RequestParam(required = false) @Nullable String search,
            HttpSession session,
            Authentication user,
            Model model) {
        String text = search == null ? null : SessionSearches.text(session, search);
        if (search != null && text == null) {
            model.addAttribute("fault", PageMessage.of("common.fault.searchExpired"));
        }
        if (text != null && fault(text) == null) {
            model.addAttribute("searchText", text);
            model.addAttribute("search", search);
            model.addAttribute("groups", this.search.find(new SearchText(text, search, COUNTED, user), SHOWN));
        }
        return "search/results";
    }

    // POST, so that no name or email is part of a URL or log.
    @PostMapping
    String search(@RequestParam String query, HttpSession session, RedirectAttributes redirect) {
        String text = query.strip();
        PageMessage fault = fault(text);
        if (fault != null) {
            redirect.addFlashAttribute("fault", fault);
            return "redirect:/search";
        }
        return "redirect:"
                + search.exact(text).orElseGet(() -> "/search?search=" + SessionSearches.remember(session, text));
    }

    @PostMapping("/suggestions")
    String suggest(@RequestParam String query, Authentication user, Model model) {
        String text = query.strip();
        boolean suggestable = text.length() >= SHORTEST_SUGGESTED && fault(text) == null;
        List<SearchGroup> groups =
                suggestable ? search.find(new SearchText(text, null, SUGGESTED, user), SUGGESTED) : List.of();
        model.addAttribute("groups", groups);
        model.addAttribute("suggestable", suggestable);
        model.addAttribute(
                "suggested", groups.stream().mapToInt(it -> it.hits().size()).sum());
        return "search/suggestions :: suggestions";
    }

    private static @Nullable PageMessage fault(String text) {
        if (text.isEmpty()) {
            return PageMessage.of("search.fault.empty");
        }
        return text.length() > LONGEST ? PageMessage.of("search.fault.tooLong", LONGEST) : null;
    }
}
