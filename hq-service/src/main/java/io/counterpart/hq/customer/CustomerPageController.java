package io.counterpart.hq.customer;

import java.util.Map;

import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.page.SessionSearches;

/** Pages of customers: search, view with all parts, edit, block. */
@PageController
@RequestMapping("/customers")
class CustomerPageController {

    private static final int PAGE = 50;

    private final CustomerSearchService search;
    private final CustomerPageEditService edit;
    private final CustomerBlockingService blocking;
    private final CustomerPageModel pages;

    CustomerPageController(
            CustomerSearchService search,
            CustomerPageEditService edit,
            CustomerBlockingService blocking,
            CustomerPageModel pages) {
        this.search = search;
        this.edit = edit;
        this.blocking = blocking;
        this.pages = pages;
    }

    @GetMapping
    String find(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            HttpSession session,
            Model model) {
        if (search == null) {
            return "customers/search";
        }
        String query = SessionSearches.text(session, search);
        if (query == null) {
            model.addAttribute("fault", PageMessage.of("common.fault.searchExpired"));
            return "customers/search";
        }
        var found = this.search.find(new CustomerSearchService.CustomerQuery(query, PAGE, cursor));
        model.addAttribute("query", query);
        model.addAttribute("search", search);
        model.addAttribute("found", found.items());
        model.addAttribute("next", found.nextCursor());
        return "customers/search";
    }

    // POST, so that no name or email is part of a URL or log.
    @PostMapping
    String search(@RequestParam String query, HttpSession session, Model model) {
        if (query.isBlank()) {
            model.addAttribute("fault", PageMessage.of("customerSearch.fault.emptyQuery"));
            return "customers/search";
        }
        return "redirect:/customers?search=" + SessionSearches.remember(session, query.strip());
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        model.addAllAttributes(pages.pageFor(search.one(id)));
        return "customers/customer";
    }

    @PostMapping("/{id}")
    ModelAndView save(@PathVariable String id, @RequestParam Map<String, String> form, RedirectAttributes redirect) {
        CustomerSnapshot customer = search.one(id);
        return pages.afterSave(() -> edit.save(customer, form), customer, "profile", form, redirect);
    }

    @PostMapping("/{id}/blocked")
    ModelAndView block(@PathVariable String id, @RequestParam Map<String, String> form, RedirectAttributes redirect) {
        CustomerSnapshot customer = search.one(id);
        return pages.afterSave(() -> blocking.save(customer, form), customer, "blocked", form, redirect);
    }
}
