package io.counterpart.hq.customer;

import java.util.Map;

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

/** Pages of customers: search, view with all parts, edit. */
@PageController
@RequestMapping("/customers")
class CustomerPageController {

    private static final int PAGE = 50;

    private final CustomerSearchService search;
    private final CustomerPageEditService edit;
    private final CustomerPageModel pages;

    CustomerPageController(CustomerSearchService search, CustomerPageEditService edit, CustomerPageModel about) {
        this.search = search;
        this.edit = edit;
        this.pages = about;
    }

    @GetMapping
    String start() {
        return "customers/search";
    }

    // POST, so that no name or email is part of a URL or log.
    @PostMapping
    String find(@RequestParam String query, @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("query", query);
        if (query.isBlank()) {
            model.addAttribute("fault", PageMessage.of("customerSearch.fault.emptyQuery"));
            return "customers/search";
        }
        var found = search.find(new CustomerSearchService.CustomerQuery(
                query, PAGE, cursor == null || cursor.isBlank() ? null : cursor));
        model.addAttribute("found", found.items());
        model.addAttribute("next", found.nextCursor());
        return "customers/search";
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
}
