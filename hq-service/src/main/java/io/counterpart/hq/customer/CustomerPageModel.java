package io.counterpart.hq.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.OperationResult;
import io.counterpart.hq.note.CustomerNoteService;
import io.counterpart.hq.page.FailureHints;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.problem.Versions;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** Builds the model of the customer page, also after a rejected edit. */
@Component
class CustomerPageModel {

    private static final PageMessage STALE = PageMessage.of("customer.fault.stale");

    private static final int MOST = 100;

    private final PartEditService parts;
    private final CustomerChoiceRepository choices;
    private final CustomerOperationRepository operations;
    private final CustomerOrderRepository orders;
    private final CustomerHistoryRepository blocks;
    private final CustomerHistoryService history;
    private final CustomerNoteService notes;

    CustomerPageModel(
            PartEditService parts,
            CustomerChoiceRepository choices,
            CustomerOperationRepository operations,
            CustomerOrderRepository orders,
            CustomerHistoryRepository blocks,
            CustomerHistoryService history,
            CustomerNoteService notes) {
        this.parts = parts;
        this.choices = choices;
        this.operations = operations;
        this.orders = orders;
        this.blocks = blocks;
        this.history = history;
        this.notes = notes;
    }

    Map<String, @Nullable Object> pageFor(CustomerSnapshot customer) {
        var page = new HashMap<String, @Nullable Object>();
        page.put("customer", customer);
        page.put("values", parts.values(customer.content().profile()));
        page.put("fields", CustomerPageEditService.FIELDS);
        page.put("addressFields", PartEditService.ADDRESS_FIELDS);
        page.put("purposes", AddressPurpose.values());
        page.put("contactTypes", ContactType.values());
        page.put("choices", choices.read());
        page.put("editing", "");
        page.put("wrong", "");
        page.put("typed", Map.of());
        page.put("most", MOST);
        putRecords(page, customer);
        return page;
    }

    /** What happened to the customer, and what it has. */
    private void putRecords(Map<String, @Nullable Object> page, CustomerSnapshot customer) {
        var ids = new ArrayList<UUID>();
        ids.add(customer.asyncCustomerId());
        ids.addAll(customer.aliases());
        var subjects = new ArrayList<>(ids.stream().map(UUID::toString).toList());
        String number = customer.accountNumber();
        if (number != null) {
            subjects.add(number);
        }
        page.put("operations", operations.newest(ids, MOST));
        page.put("orders", orders.orders(ids, MOST));
        page.put("cards", orders.cards(ids, MOST));
        page.put("notes", notes.newest(ids, MOST));
        page.put("history", history.newest(ids, subjects, MOST));
        page.put(
                "block",
                customer.blocked() && number != null ? blocks.lastBlock(number).orElse(null) : null);
    }

    /** The response to an edit: a redirect to the customer, or the same page with the input. */
    ModelAndView afterSave(
            Supplier<OperationResult.@Nullable Rejected> act,
            CustomerSnapshot customer,
            String form,
            Map<String, String> typed,
            RedirectAttributes redirect) {
        OperationResult.Rejected refused;
        try {
            Versions.require(String.valueOf(customer.versionForEditors()).equals(typed.get("version")));
            refused = act.get();
        } catch (Problem e) {
            if (e.type() != StandardProblem.VERSION_MISMATCH) {
                throw e;
            }
            return withInput(customer, form, typed, HttpStatus.PRECONDITION_FAILED, STALE, "");
        }
        if (refused != null) {
            PageMessage fault = PageMessage.literal(refused.message());
            String field = FailureHints.field(refused.field(), refused.code());
            return withInput(customer, form, typed, HttpStatus.UNPROCESSABLE_CONTENT, fault, field);
        }
        redirect.addFlashAttribute("done", PageMessage.of("customer.flash.saved"));
        return new ModelAndView("redirect:/customers/" + customer.accountNumber());
    }

    /** The page with the submitted input. */
    private ModelAndView withInput(
            CustomerSnapshot customer,
            String form,
            Map<String, String> typed,
            HttpStatus status,
            PageMessage fault,
            String wrong) {
        var page = new ModelAndView("customers/customer");
        page.setStatus(status);
        page.addAllObjects(pageFor(customer));
        page.addObject("editing", form);
        page.addObject("typed", typed);
        page.addObject("fault", fault);
        page.addObject("wrong", wrong);
        return page;
    }
}
