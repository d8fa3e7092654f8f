package io.counterpart.hq.customer;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.problem.HqProblem;

/**
 * Page actions for addresses and contacts of a customer: add, edit, deactivate. Each action is a separate operation.
 */
@PageController
@RequestMapping("/customers/{id}")
class CustomerPartPageController {

    private final CustomerSearchService search;
    private final CustomerPageEditService edit;
    private final PartEditService parts;
    private final CustomerPageModel pages;

    CustomerPartPageController(
            CustomerSearchService search,
            CustomerPageEditService edit,
            PartEditService parts,
            CustomerPageModel pages) {
        this.search = search;
        this.edit = edit;
        this.parts = parts;
        this.pages = pages;
    }

    @PostMapping("/addresses")
    ModelAndView addAddress(
            @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(id, "new-address", typed, redirect, it -> parts.addAddress(typed));
    }

    @PostMapping("/addresses/{part}")
    ModelAndView editAddress(
            @PathVariable String id,
            @PathVariable UUID part,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return act(id, part.toString(), typed, redirect, it -> parts.editAddress(address(it, part), typed));
    }

    @PostMapping("/addresses/{part}/remove")
    ModelAndView removeAddress(
            @PathVariable String id,
            @PathVariable UUID part,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return act(
                id,
                "",
                typed,
                redirect,
                it -> new OperationBody.DeactivateAddress(address(it, part).id()));
    }

    @PostMapping("/contacts")
    ModelAndView addContact(
            @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(id, "new-contact", typed, redirect, it -> parts.addContact(typed));
    }

    @PostMapping("/contacts/{part}")
    ModelAndView editContact(
            @PathVariable String id,
            @PathVariable UUID part,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return act(id, part.toString(), typed, redirect, it -> parts.editContact(contact(it, part), typed));
    }

    @PostMapping("/contacts/{part}/remove")
    ModelAndView removeContact(
            @PathVariable String id,
            @PathVariable UUID part,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return act(
                id,
                "",
                typed,
                redirect,
                it -> new OperationBody.DeactivateContact(contact(it, part).id()));
    }

    private ModelAndView act(
            String id,
            String form,
            Map<String, String> typed,
            RedirectAttributes redirect,
            Function<CustomerSnapshot, OperationBody> body) {
        CustomerSnapshot customer = search.one(id);
        return pages.afterSave(() -> edit.apply(customer, body.apply(customer)), customer, form, typed, redirect);
    }

    private static Address address(CustomerSnapshot customer, UUID id) {
        return PartEditService.address(customer, id).orElseThrow(() -> HqProblem.ADDRESS_NOT_FOUND.problem());
    }

    private static Contact contact(CustomerSnapshot customer, UUID id) {
        return PartEditService.contact(customer, id).orElseThrow(() -> HqProblem.CONTACT_NOT_FOUND.problem());
    }
}
