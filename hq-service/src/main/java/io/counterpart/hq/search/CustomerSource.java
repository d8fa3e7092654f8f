package io.counterpart.hq.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.customer.CustomerSearchService.CustomerQuery;
import io.counterpart.hq.page.PageTexts;
import io.counterpart.hq.problem.ListResponse;

/** Customers, by whatever {@link CustomerSearchService} finds them. */
@Component
@Order(1)
class CustomerSource implements SearchSource {

    private final CustomerSearchService customers;
    private final PageTexts texts;

    CustomerSource(CustomerSearchService customers, PageTexts texts) {
        this.customers = customers;
        this.texts = texts;
    }

    @Override
    public Optional<String> exact(String id) {
        return customers
                .ifKnown(id)
                .or(() -> customers.ifKnown(id.toUpperCase(Locale.ROOT)))
                .map(CustomerSource::path);
    }

    @Override
    public SearchGroup find(SearchText wanted, int shown) {
        ListResponse<CustomerSnapshot> found = customers.find(new CustomerQuery(wanted.text(), wanted.most(), null));
        List<SearchHit> hits = found.items().stream().map(this::hit).toList();
        return SearchGroup.of("common.customers", hits, shown, hits.size(), wanted.in("/customers"))
                .withUncounted(found.nextCursor() != null);
    }

    private SearchHit hit(CustomerSnapshot customer) {
        CustomerProfile profile = customer.content().profile();
        String number = customer.accountNumber();
        String shownNumber = number == null ? texts.text("status.pendingSync") : number;
        String name = profile.displayName();
        return SearchHit.of(
                path(customer), name.isBlank() ? shownNumber : name, shownNumber, profile.email(), profile.phone());
    }

    // A pending customer has no page yet, but operations.
    private static String path(CustomerSnapshot customer) {
        String number = customer.accountNumber();
        return number == null
                ? "/synchronization?q=" + customer.asyncCustomerId()
                : SearchHit.path("/customers", number);
    }
}
