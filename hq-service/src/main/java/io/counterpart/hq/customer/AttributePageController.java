package io.counterpart.hq.customer;

import java.util.Map;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.page.PageController;

/** Page actions for the affiliations and attributes of a customer, each a separate operation. */
@PageController
@RequestMapping("/customers/{id}")
class AttributePageController {

    private final CustomerSearchService search;
    private final AttributeEditService edit;
    private final CustomerPageModel pages;

    AttributePageController(CustomerSearchService search, AttributeEditService edit, CustomerPageModel pages) {
        this.search = search;
        this.edit = edit;
        this.pages = pages;
    }

    @PostMapping("/affiliations")
    ModelAndView saveAffiliations(
            @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        CustomerSnapshot customer = search.one(id);
        return pages.afterSave(() -> edit.saveAffiliations(customer, typed), customer, "affiliations", typed, redirect);
    }

    @PostMapping("/attributes")
    ModelAndView saveAttributes(
            @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        CustomerSnapshot customer = search.one(id);
        return pages.afterSave(() -> edit.saveAttributes(customer, typed), customer, "attributes", typed, redirect);
    }
}
