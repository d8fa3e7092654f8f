import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.counterpart.client.ApiClient;
import io.counterpart.client.ApiException;
import io.counterpart.client.api.AddressesContactsAttributesApi;
import io.counterpart.client.api.ClerksApi;
import io.counterpart.client.api.ConfigurationEventsApi;
import io.counterpart.client.api.CustomersApi;
import io.counterpart.client.api.OfflineApi;
import io.counterpart.client.api.OrdersApi;
import io.counterpart.client.api.SessionsApi;
import io.counterpart.client.api.SignInApi;
import io.counterpart.client.model.*;

/** Calls every operation of the channel service once, including its problems, with the generated client. */
public class EveryOperation {

    private final ApiClient till;
    private final CustomersApi customers;
    private final AddressesContactsAttributesApi parts;
    private String id = "";

    private EveryOperation(ApiClient till) {
        this.till = till;
        this.customers = new CustomersApi(till);
        this.parts = new AddressesContactsAttributesApi(till);
    }

    public static void main(String[] arguments) throws Exception {
        var script = new EveryOperation(client(arguments[0], arguments[1]));
        script.create();
        script.edit();
        script.editAddresses();
        script.editContacts();
        script.issueCard();
        script.order();
        script.upload();
        script.session();
        script.clerks();
        script.problems();
        script.configuration();
        signIn(new SignInApi(client(arguments[2], arguments[3])));
        System.out.println("every operation was called");
        // The stream of events is still open.
        System.exit(0);
    }

    private static ApiClient client(String address, String token) {
        var client = new ApiClient();
        client.updateBaseUri(address);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    private void create() throws ApiException {
        var entry = new CustomerEntry()
                .firstName("Ann")
                .lastName("Generated")
                .addresses(List.of(new AddressEntry().city("Seattle").country("USA")));
        String key = UUID.randomUUID().toString();
        var created = customers.createCustomerWithHttpInfo(entry, "wait=10", key, "4711");
        id = created.getData().getAsyncCustomerId().toString();
        check(created.getHeaders().get("Location").contains("/api/v1/customers/" + id), "Location");
        var repeated = customers.createCustomerWithHttpInfo(entry, "wait=10", key, "4711");
        check(repeated.getHeaders().containsKey("Idempotent-Replayed"), "Idempotent-Replayed");
    }

    private String etag() throws ApiException {
        return customers.getCustomerWithHttpInfo(id, "addresses").getHeaders().get("ETag").get(0);
    }

    private void edit() throws ApiException {
        customers.editProfile(id, etag(), new ProfileEntry().lastName("Generated-Ohm"), "4711");
        var found = customers.searchCustomers(
                new SearchRequest().query("Ann Generated").scope(SearchRequest.ScopeEnum.ALL).limit(5));
        check(!found.getItems().isEmpty(), "a customer is found");
        var criteria = new SearchCriteria().name("Ann Generated");
        check(
                !customers.searchCustomers(new SearchRequest().criteria(criteria)).getItems().isEmpty(),
                "a customer is found by criteria");
        var hints = customers.findPossibleDuplicates(
                new DuplicateCheckRequest().firstName("Ann").lastName("Generated-Ohm"));
        check(!hints.getItems().get(0).getReasons().isEmpty(), "a possible duplicate has a reason");
        parts.setAffiliations(id, etag(), List.of("VIP"), null);
        parts.setAttributes(id, etag(), Map.of("shoeSize", 38), null);
    }

    private void editAddresses() throws ApiException {
        Address added = parts.addAddress(id, new AddressEntry().street("5 Station Square"), null, null, null);
        String address = added.getId().toString();
        parts.editAddress(id, address, etag(), new AddressEntry().zipCode("98104"), null);
        check(parts.getAddress(id, address).getZipCode().equals("98104"), "the address is edited");
        parts.deactivateAddress(id, address, etag(), null);
    }

    private void editContacts() throws ApiException {
        Contact added = parts.addContact(
                id, new ContactEntry().type(ContactEntry.TypeEnum.PHONE).value("+1 555 0103"), null, null, null);
        String contact = added.getId().toString();
        parts.editContact(id, contact, etag(), new ContactEntry().marketingConsent(true), null);
        check(parts.getContact(id, contact).getMarketingConsent(), "the contact is edited");
        parts.deactivateContact(id, contact, etag(), null);
    }

    // The account number may still be on its way.
    private void issueCard() throws ApiException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                check(!parts.issueLoyaltyCard(id, null, null).getCardNumber().isEmpty(), "a card");
                check(parts.listLoyaltyCards(id).getItems().size() == 1, "the cards");
                CustomerNote note = parts.addNote(id, new NoteEntry().text("Has a card"), null, null);
                check(note.getText().equals("Has a card"), "a note");
                return;
            } catch (ApiException e) {
                if (e.getCode() != 409 || attempt > 60) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    private void order() throws ApiException {
        var orders = new OrdersApi(till);
        var entry = new OrderEntry()
                .customer(id)
                .lines(List.of(new LineEntry().item("Coffee grinder").quantity("2").price("49.95")));
        OrderView placed = orders.createOrder(entry, "respond-async, wait=10", null, null);
        check(orders.getOrder(placed.getId()).getTotal().equals("99.90"), "the order is read");
        var reason = new OrderCancellationEntry().reason("Ordered by mistake");
        OrderView cancelled = orders.cancelOrder(placed.getId(), null, null, reason);
        check(cancelled.getCancelledAt() != null, "the order is cancelled");
    }

    private void upload() throws ApiException {
        var offline = new OfflineApi(till);
        String known = UUID.randomUUID().toString();
        var entry = new CustomerEntry().lastName("Put");
        check(offline.putCustomerWithHttpInfo(known, entry, null).getStatusCode() == 201, "the customer is created");
        check(offline.putCustomerWithHttpInfo(known, entry, null).getStatusCode() == 200, "the customer exists");
        OfflineUploadResponse response = offline.uploadOffline(
                new OfflineUploadRequest().items(List.of(offline("Offline"), offline(null))), null, null);
        check(response.getItems().get(0).getStatus() == 201, "the first item is created");
        check(response.getItems().get(1).getStatus() == 422, "the second item is rejected");
        UUID customer = UUID.fromString(response.getItems().get(0).getAsyncCustomerId());
        var change = new FieldChange().field("lastName").oldValue("Offline").newValue("Edited");
        var edit = new OfflineEntry()
                .operationId(UUID.randomUUID())
                .kind(OfflineEntry.KindEnum.EDIT_PROFILE)
                .asyncCustomerId(customer)
                .occurredAt(OffsetDateTime.now())
                .clerk("Kim")
                .changes(List.of(change));
        OfflineItemResult edited = offline.uploadOffline(new OfflineUploadRequest().items(List.of(edit)), null, null)
                .getItems()
                .get(0);
        check(edited.getOutcome() == OfflineItemResult.OutcomeEnum.APPLIED, "the edit is applied");
        LocalBookPage copied = offline.getCustomerChanges(null, 100);
        check(!copied.getCustomers().isEmpty(), "customers are copied");
        offline.getCustomerChanges(copied.getCursor(), 100);
        var heartbeat = new TillHeartbeatRequest()
                .version("1.4.2")
                .clock(OffsetDateTime.now())
                .unsent(0)
                .refused(0);
        check(offline.sendHeartbeat(heartbeat).getNextInSeconds() > 0, "the next heartbeat is due later");
    }

    private static OfflineEntry offline(String lastName) {
        return new OfflineEntry()
                .asyncCustomerId(UUID.randomUUID())
                .createdAt(OffsetDateTime.now())
                .lastName(lastName);
    }

    private void clerks() throws ApiException {
        var clerks = new ClerksApi(till);
        ClerkView robin = clerks.getClerks().getItems().stream()
                .filter(clerk -> clerk.getName().equals("Robin Reyes")).findFirst().orElseThrow();
        ClerkSignInView signedIn = clerks.signClerkIn(new ClerkSignInRequest().clerk(robin.getId()).pin("4711"));
        check(signedIn.getDataKey().length() == 44, "the key of the till");
    }

    private void session() throws ApiException {
        var sessions = new SessionsApi(till);
        SessionView created = sessions.createSession();
        check(created.getExpiresAt() != null, "a session ends");
        check(sessions.getSession().getDevice().equals(created.getDevice()), "the device");
        sessions.endSession();
    }

    private void problems() throws Exception {
        ProblemView invalid = problemOf(
                () -> customers.createCustomer(new CustomerEntry().email("no email"), null, null, null));
        check(invalid.getType().equals("/problems/validation"), "the type of the problem");
        check(invalid.getErrors().size() == 2, "two fields are invalid");
        ProblemView unknown = problemOf(() -> customers.getCustomer(UUID.randomUUID().toString(), null));
        check(unknown.getStatus() == 404, "not found");
        ProblemView stale = problemOf(() -> customers.editProfile(id, "\"0\"", new ProfileEntry().lastName("Late"), null));
        check(stale.getType().equals("/problems/version-mismatch"), "a stale version");
    }

    private void configuration() throws Exception {
        var events = new ConfigurationEventsApi(till);
        check(!events.getConfiguration().getFeatures().isEmpty(), "the features are read");
        var status = new CompletableFuture<Integer>();
        till.setResponseInterceptor(response -> status.complete(response.statusCode()));
        // The interceptor is taken over by an API when it is created.
        var stream = new ConfigurationEventsApi(till);
        var listener = new Thread(() -> {
            try {
                stream.listenToEvents(null);
            } catch (ApiException e) {
                status.completeExceptionally(e);
            }
        });
        listener.setDaemon(true);
        listener.start();
        check(status.get(20, TimeUnit.SECONDS) == 200, "the stream begins");
    }

    private static void signIn(SignInApi shop) throws ApiException {
        var request = new SignInRequest()
                .externalIdentity(new SignInIdentity()
                        .issuer("https://login.example.com")
                        .subject(UUID.randomUUID().toString()))
                .customer(new CustomerEntry().firstName("Sam").lastName("Generated"));
        check(!shop.signIn(request, null).getCustomerToken().isEmpty(), "the customer has a token");
    }

    private ProblemView problemOf(Request request) throws Exception {
        try {
            request.send();
        } catch (ApiException e) {
            return till.getObjectMapper().readValue(e.getResponseBody(), ProblemView.class);
        }
        throw new IllegalStateException("The request succeeded");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Not as expected: " + what);
        }
    }

    /** A request that has to fail. */
    private interface Request {
        void send() throws ApiException;
    }
}
