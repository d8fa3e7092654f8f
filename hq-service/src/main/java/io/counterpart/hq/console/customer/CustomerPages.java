package io.counterpart.hq.console.customer;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.customer.Application;
import io.counterpart.hq.customer.CustomerSearch;

/** Customers: search, view with all parts, edit. */
@Controller
@RequestMapping("/customers")
class CustomerPages {

    private static final int PAGE = 50;

    private final CustomerSearch search;
    private final CustomerEdit edit;
    private final CustomerOperationsRepository operations;

    CustomerPages(CustomerSearch search, CustomerEdit edit, CustomerOperationsRepository operations) {
        this.search = search;
        this.edit = edit;
        this.operations = operations;
    }

    @GetMapping
    String start() {
        return "customers/search";
    }

    // A body, so that no name or email stands in an address or a log.
    @PostMapping
    String find(@RequestParam String query, @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("query", query);
        if (query.isBlank()) {
            model.addAttribute("fault", "What are you looking for?");
            return "customers/search";
        }
        var found =
                search.find(new CustomerSearch.Query(query, PAGE, cursor == null || cursor.isBlank() ? null : cursor));
        model.addAttribute("found", found.items());
        model.addAttribute("next", found.nextCursor());
        return "customers/search";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        model.addAllAttributes(about(search.one(id)));
        return "customers/customer";
    }

    @PostMapping("/{id}")
    ModelAndView save(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @RequestParam long version,
            RedirectAttributes redirect) {
        CustomerSnapshot customer = search.one(id);
        if (customer.version() != version) {
            return again(
                    customer,
                    form,
                    HttpStatus.PRECONDITION_FAILED,
                    "Somebody changed this customer meanwhile. Your typing is kept; save again if it still holds.");
        }
        Application.Refused refused = edit.save(customer, form);
        if (refused != null) {
            return again(customer, form, HttpStatus.UNPROCESSABLE_CONTENT, refused.words());
        }
        redirect.addFlashAttribute("done", "Saved. Job 1010 takes it to the channels.");
        return new ModelAndView("redirect:/customers/" + id);
    }

    private ModelAndView again(CustomerSnapshot customer, Map<String, String> form, HttpStatus status, String fault) {
        var page = new ModelAndView("customers/customer");
        page.setStatus(status);
        page.addAllObjects(about(customer));
        var values = new HashMap<String, @Nullable Object>(edit.values(customer));
        values.putAll(form);
        page.addObject("values", values);
        page.addObject("fault", fault);
        page.addObject("editing", true);
        return page;
    }

    private Map<String, Object> about(CustomerSnapshot customer) {
        return Map.of(
                "customer",
                customer,
                "values",
                edit.values(customer),
                "fields",
                CustomerEdit.FIELDS,
                "operations",
                operations.of(customer.asyncCustomerId(), customer.aliases()));
    }
}
