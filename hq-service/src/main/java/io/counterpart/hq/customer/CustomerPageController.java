package io.counterpart.hq.customer;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
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
import io.counterpart.hq.page.ListPage;
import io.counterpart.hq.page.ListTotal;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.page.SessionSearches;
import io.counterpart.hq.savedview.ListViewModel;
import io.counterpart.hq.savedview.ViewedList;

/** Pages of customers: search, view with all parts, edit, block. */
@PageController
@RequestMapping("/customers")
class CustomerPageController {

    private final CustomerSearchService search;
    private final PartialSearchService partial;
    private final CustomerPageEditService edit;
    private final CustomerBlockingService blocking;
    private final CustomerPageModel pages;
    private final ListViewModel views;

    CustomerPageController(
            CustomerSearchService search,
            PartialSearchService partial,
            CustomerPageEditService edit,
            CustomerBlockingService blocking,
            CustomerPageModel pages,
            ListViewModel views) {
        this.search = search;
        this.partial = partial;
        this.edit = edit;
        this.blocking = blocking;
        this.pages = pages;
        this.views = views;
    }

    @GetMapping
    String find(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String earlier,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        String savedView = views.prepare(ViewedList.CUSTOMERS, request, model, redirect);
        if (savedView != null) {
            return savedView;
        }
        if (search == null) {
            return "customers/search";
        }
        String query = SessionSearches.text(request.getSession(), search);
        if (query == null) {
            model.addAttribute("fault", PageMessage.of("common.fault.searchExpired"));
            return "customers/search";
        }
        show(query, cursor, CustomerPageTrail.of(search, cursor, earlier), model);
        return "customers/search";
    }

    private void show(String query, @Nullable String cursor, CustomerPageTrail trail, Model model) {
        var found = this.search.find(new CustomerSearchService.CustomerQuery(query, ListPage.SIZE, cursor));
        String next = found.nextCursor();
        var page = new ListPage<>(found.items(), !trail.isFirst(), next != null);
        int rows = found.items().size();
        model.addAttribute("query", query);
        model.addAttribute("search", trail.search());
        model.addAttribute("found", found.items());
        model.addAttribute("listPage", page);
        // Further matches are not counted: that would look all of them up.
        model.addAttribute("total", trail.isFirst() ? new ListTotal(rows, next == null) : null);
        model.addAttribute("previous", trail.previous());
        model.addAttribute("next", next == null ? null : trail.next(next));
        if (trail.isFirst() && rows == 0) {
            model.addAttribute("partial", partial.find(query, ListPage.SIZE));
        }
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
