import java.util.List;

import io.counterpart.client.ApiClient;
import io.counterpart.client.ApiException;
import io.counterpart.client.api.CustomersApi;
import io.counterpart.client.model.ContactEntry;
import io.counterpart.client.model.CustomerEntry;
import io.counterpart.client.model.CustomerView;

/** Creates a customer with the client that is generated from the channel service's OpenAPI document, and reads it back. */
public class CreateCustomer {

    public static void main(String[] arguments) throws ApiException {
        var channel = new ApiClient();
        channel.updateBaseUri(arguments[0]);
        channel.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        var customers = new CustomersApi(channel);

        var entry = new CustomerEntry()
                .firstName("Ann")
                .lastName(arguments[2])
                .email("ann@example.com")
                .contacts(List.of(new ContactEntry()
                        .type(ContactEntry.TypeEnum.PHONE)
                        .value("+1 555 0100")
                        .marketingConsent(true)));
        CustomerView created = customers.createCustomer(entry, null, null, null);
        CustomerView read = customers.getCustomer(created.getAsyncCustomerId().toString(), "contacts");

        System.out.println(read.getAsyncCustomerId() + " " + read.getLastName() + " " + read.getContacts().size() + " "
                + created.getDisplayAccountNumber());
    }
}
