package io.counterpart.hq.console.customer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.console.synchronization.Hints;
import io.counterpart.hq.customer.Application;
import io.counterpart.hq.problem.Versions;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** All that the page of a customer shows, also when an edit was not taken. */
@Component
class CustomerAbout {

    private static final String STALE =
            "Somebody changed this customer meanwhile. Your typing is kept; save again if it still holds.";

    private final CustomerEdit edit;
    private final CustomerOperationsRepository operations;

    CustomerAbout(CustomerEdit edit, CustomerOperationsRepository operations) {
        this.edit = edit;
        this.operations = operations;
    }

    Map<String, @Nullable Object> about(CustomerSnapshot customer) {
        var page = new HashMap<String, @Nullable Object>();
        page.put("customer", customer);
        page.put("values", edit.values(customer));
        page.put("fields", CustomerEdit.FIELDS);
        page.put("addressFields", PartEdit.ADDRESS_FIELDS);
        page.put("purposes", AddressPurpose.values());
        page.put("contactTypes", ContactType.values());
        page.put("operations", operations.of(customer.asyncCustomerId(), customer.aliases()));
        page.put("editing", "");
        page.put("wrong", "");
        page.put("typed", Map.of());
        return page;
    }

    /** Where an act of a person led: to the customer as it is now, or to the same page with the typing kept. */
    ModelAndView after(
            Supplier<Application.@Nullable Refused> act,
            CustomerSnapshot customer,
            String form,
            Map<String, String> typed,
            RedirectAttributes redirect) {
        Application.Refused refused;
        try {
            Versions.require(String.valueOf(customer.versionForEditors()).equals(typed.get("version")));
            refused = act.get();
        } catch (Problem e) {
            if (e.type() != StandardProblem.VERSION_MISMATCH) {
                throw e;
            }
            return again(customer, form, typed);
        }
        if (refused != null) {
            return again(customer, form, typed, refused);
        }
        redirect.addFlashAttribute("done", "Saved. Job 1010 takes it to the channels.");
        return new ModelAndView("redirect:/customers/" + customer.accountNumber());
    }

    /**
     * The same page with what was typed in.
     *
     * @param form which of the forms it was typed into
     */
    private ModelAndView again(CustomerSnapshot customer, String form, Map<String, String> typed) {
        return again(customer, form, typed, HttpStatus.PRECONDITION_FAILED, STALE, "");
    }

    ModelAndView again(CustomerSnapshot customer, String form, Map<String, String> typed, Application.Refused refused) {
        String field = Hints.field(refused.code(), refused.words());
        return again(customer, form, typed, HttpStatus.UNPROCESSABLE_CONTENT, refused.words(), field);
    }

    private ModelAndView again(
            CustomerSnapshot customer,
            String form,
            Map<String, String> typed,
            HttpStatus status,
            String fault,
            String wrong) {
        var page = new ModelAndView("customers/customer");
        page.setStatus(status);
        page.addAllObjects(about(customer));
        page.addObject("editing", form);
        page.addObject("typed", typed);
        page.addObject("fault", fault);
        page.addObject("wrong", wrong);
        return page;
    }
}
