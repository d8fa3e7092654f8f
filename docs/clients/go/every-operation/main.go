// Calls every operation of the channel service once, including its problems, with the generated client.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"counterpart.example/clients/channel"
	"counterpart.example/clients/check"
	"counterpart.example/clients/uuid"
)

var ctx = context.Background()

func main() {
	till := client(os.Args[1], os.Args[2])
	customer := create(till.CustomersAPI)
	edit(till.CustomersAPI, customer)
	search(till.CustomersAPI)
	addresses(till, customer)
	contacts(till, customer)
	affiliations(till, customer)
	loyaltyCard(till.AddressesContactsAttributesAPI, customer)
	order(till.OrdersAPI, customer)
	put(till.OfflineAPI)
	upload(till.OfflineAPI)
	synchronize(till.OfflineAPI)
	configuration(os.Args[1], os.Args[2])
	session(till.SessionsAPI)
	clerks(till.ClerksAPI)
	signIn(client(os.Args[3], os.Args[4]).SignInAPI)
	problems(till, customer)
	stranger := client(os.Args[1], "unknown").CustomersAPI
	unauthorized := problemOf(stranger.GetCustomer(ctx, customer).Execute())
	check.That(unauthorized.GetStatus() == http.StatusUnauthorized, "an unknown token")
	fmt.Println("every operation was called")
}

func client(address, token string) *channel.APIClient {
	return channel.NewAPIClient(configurationOf(address, token))
}

func configurationOf(address, token string) *channel.Configuration {
	configuration := channel.NewConfiguration()
	configuration.Servers = channel.ServerConfigurations{{URL: address}}
	configuration.AddDefaultHeader("Authorization", "Bearer "+token)
	return configuration
}

func create(customers *channel.CustomersAPIService) string {
	address := channel.NewAddressEntry()
	address.SetCity("Seattle")
	address.SetCountry("USA")
	entry := person("Ann", "Generated")
	entry.SetAddresses([]channel.AddressEntry{*address})
	request := customers.CreateCustomer(ctx).CustomerEntry(entry).Prefer("wait=10").IdempotencyKey(uuid.New())
	created, response, err := request.Execute()
	check.Done(response, err)
	location := "/api/v1/customers/" + created.GetAsyncCustomerId()
	check.That(response.Header.Get("Location") == location, "the location")
	repeated, response, err := request.CounterpartClerk("4711").Execute()
	check.Done(response, err)
	check.That(response.Header.Get("Idempotent-Replayed") == "true", "the creation is not repeated")
	check.That(repeated.GetAsyncCustomerId() == created.GetAsyncCustomerId(), "the same customer")
	return created.GetAsyncCustomerId()
}

func person(firstName, lastName string) channel.CustomerEntry {
	entry := channel.NewCustomerEntry()
	entry.SetFirstName(firstName)
	entry.SetLastName(lastName)
	return *entry
}

func etag(customers *channel.CustomersAPIService, customer string) string {
	_, tag := check.Tagged(customers.GetCustomer(ctx, customer).Execute())
	return tag
}

// In a merge patch, null clears a field and a missing field remains.
func edit(customers *channel.CustomersAPIService, customer string) {
	profile := channel.NewProfileEntry()
	profile.SetLastName("Generated-Ohm")
	profile.SetTitle("Dr.")
	edited := check.Value(customers.EditProfile(ctx, customer).IfMatch(etag(customers, customer)).
		ProfileEntry(*profile).CounterpartClerk("4711").Execute())
	check.That(edited.GetTitle() == "Dr.", "the title is set")
	cleared := channel.NewProfileEntry()
	cleared.SetTitleNil()
	edited = check.Value(customers.EditProfile(ctx, customer).IfMatch(etag(customers, customer)).ProfileEntry(*cleared).Execute())
	check.That(edited.GetTitle() == "" && edited.GetLastName() == "Generated-Ohm", "only the title is cleared")
}

func search(customers *channel.CustomersAPIService) {
	query := channel.NewSearchRequest()
	query.SetQuery("Ann Generated")
	query.SetScope("all")
	query.SetLimit(5)
	check.That(len(check.Value(customers.SearchCustomers(ctx).SearchRequest(*query).Execute()).Items) > 0, "a customer is found")
	criteria := channel.NewSearchCriteria()
	criteria.SetName("Ann Generated")
	byName := channel.NewSearchRequest()
	byName.SetCriteria(*criteria)
	check.That(len(check.Value(customers.SearchCustomers(ctx).SearchRequest(*byName).Execute()).Items) > 0, "one is found by name")
	entered := channel.NewDuplicateCheckRequest()
	entered.SetFirstName("Ann")
	entered.SetLastName("Generated-Ohm")
	hints := check.Value(customers.FindPossibleDuplicates(ctx).DuplicateCheckRequest(*entered).Execute())
	check.That(len(hints.Items[0].Reasons) > 0, "a possible duplicate has a reason")
}

func problems(till *channel.APIClient, customer string) {
	customers := till.CustomersAPI
	entry := channel.NewCustomerEntry()
	entry.SetEmail("no email")
	invalid := problemOf(customers.CreateCustomer(ctx).CustomerEntry(*entry).Execute())
	check.That(invalid.GetType() == "/problems/validation" && len(invalid.GetErrors()) == 2, "two fields are invalid")
	check.That(invalid.GetStatus() == http.StatusUnprocessableEntity, "422")
	unknown := problemOf(customers.GetCustomer(ctx, uuid.New()).Execute())
	check.That(unknown.GetStatus() == http.StatusNotFound, "404")
	stale := problemOf(customers.EditProfile(ctx, customer).IfMatch(`"0"`).
		ProfileEntry(*channel.NewProfileEntry()).Execute())
	check.That(stale.GetStatus() == http.StatusPreconditionFailed, "412")
	check.That(stale.GetType() == "/problems/version-mismatch", "a stale version")
}

func problemOf[T any](_ T, _ *http.Response, err error) *channel.ProblemView {
	return check.Problem[channel.ProblemView](err)
}
