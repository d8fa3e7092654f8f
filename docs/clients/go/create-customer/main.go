// Creates a customer with the client that is generated from the channel service's OpenAPI document, and reads it back.
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"counterpart.example/clients/channel"
)

func main() {
	configuration := channel.NewConfiguration()
	configuration.Servers = channel.ServerConfigurations{{URL: os.Args[1]}}
	customers := channel.NewAPIClient(configuration).CustomersAPI
	ctx := context.WithValue(context.Background(), channel.ContextAccessToken, os.Args[2])

	contact := channel.NewContactEntry()
	contact.SetType("PHONE")
	contact.SetValue("+1 555 0100")
	contact.SetMarketingConsent(true)
	entry := channel.NewCustomerEntry()
	entry.SetFirstName("Ann")
	entry.SetLastName(os.Args[3])
	entry.SetEmail("ann@example.com")
	entry.SetContacts([]channel.ContactEntry{*contact})
	created, _, err := customers.CreateCustomer(ctx).CustomerEntry(*entry).Execute()
	if err != nil {
		log.Fatal(err)
	}
	read, _, err := customers.GetCustomer(ctx, created.GetAsyncCustomerId()).Include("contacts").Execute()
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println(read.GetAsyncCustomerId(), read.GetLastName(), len(read.GetContacts()), created.GetDisplayAccountNumber())
}
