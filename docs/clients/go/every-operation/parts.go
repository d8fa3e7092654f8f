package main

import (
	"net/http"
	"time"

	"counterpart.example/clients/channel"
	"counterpart.example/clients/check"
)

func addresses(till *channel.APIClient, customer string) {
	parts := till.AddressesContactsAttributesAPI
	entry := channel.NewAddressEntry()
	entry.SetStreet("5 Station Square")
	entry.SetCity("Seattle")
	added := check.Value(parts.AddAddress(ctx, customer).AddressEntry(*entry).Execute()).GetId()
	change := channel.NewAddressEntry()
	change.SetZipCode("98104")
	edited := check.Value(parts.EditAddress(ctx, customer, added).IfMatch(etag(till.CustomersAPI, customer)).
		AddressEntry(*change).Execute())
	check.That(edited.GetZipCode() == "98104", "the address is edited")
	read := check.Value(parts.GetAddress(ctx, customer, added).Execute())
	check.That(read.GetStreet() == "5 Station Square", "the address is read")
	check.Done(parts.DeactivateAddress(ctx, customer, added).IfMatch(etag(till.CustomersAPI, customer)).Execute())
	gone := problemOf(parts.GetAddress(ctx, customer, added).Execute())
	check.That(gone.GetStatus() == http.StatusNotFound, "the address is gone")
}

func contacts(till *channel.APIClient, customer string) {
	parts := till.AddressesContactsAttributesAPI
	entry := channel.NewContactEntry()
	entry.SetType("PHONE")
	entry.SetValue("+1 555 0103")
	added := check.Value(parts.AddContact(ctx, customer).ContactEntry(*entry).Execute()).GetId()
	change := channel.NewContactEntry()
	change.SetMarketingConsent(true)
	check.Value(parts.EditContact(ctx, customer, added).IfMatch(etag(till.CustomersAPI, customer)).
		ContactEntry(*change).Execute())
	check.That(check.Value(parts.GetContact(ctx, customer, added).Execute()).GetMarketingConsent(), "the contact is edited")
	check.Done(parts.DeactivateContact(ctx, customer, added).IfMatch(etag(till.CustomersAPI, customer)).Execute())
}

func affiliations(till *channel.APIClient, customer string) {
	parts := till.AddressesContactsAttributesAPI
	set := check.Value(parts.SetAffiliations(ctx, customer).IfMatch(etag(till.CustomersAPI, customer)).
		RequestBody([]string{"VIP"}).Execute())
	check.That(set.GetAffiliations()[0] == "VIP", "the affiliation")
	var size interface{} = 38
	set = check.Value(parts.SetAttributes(ctx, customer).IfMatch(etag(till.CustomersAPI, customer)).
		RequestBody(map[string]*interface{}{"shoeSize": &size}).Execute())
	check.That(*set.GetAttributes()["shoeSize"] == 38.0, "the attribute")
}

// The account number may still be on its way.
func loyaltyCard(parts *channel.AddressesContactsAttributesAPIService, customer string) {
	for attempt := 0; ; attempt++ {
		issued, response, err := parts.IssueLoyaltyCard(ctx, customer).Execute()
		if err == nil {
			check.That(issued.GetCardNumber() != "", "a card")
			break
		}
		check.That(check.Problem[channel.ProblemView](err).GetStatus() == http.StatusConflict && attempt < 60, response.Status)
		time.Sleep(500 * time.Millisecond)
	}
	check.That(len(check.Value(parts.ListLoyaltyCards(ctx, customer).Execute()).Items) == 1, "the cards")
	note := channel.NewNoteEntry("Has a card")
	check.That(check.Value(parts.AddNote(ctx, customer).NoteEntry(*note).Execute()).GetText() == "Has a card", "the note")
}

func order(orders *channel.OrdersAPIService, customer string) {
	line := channel.NewLineEntry("Coffee grinder", "49.95", "2")
	entry := channel.NewOrderEntry(customer, []channel.LineEntry{*line})
	placed := check.Value(orders.CreateOrder(ctx).OrderEntry(*entry).Prefer("respond-async, wait=10").Execute()).GetId()
	check.That(check.Value(orders.GetOrder(ctx, placed).Execute()).GetTotal() == "99.90", "the order is read")
	reason := channel.NewOrderCancellationEntry()
	reason.SetReason("Ordered by mistake")
	cancelled := check.Value(orders.CancelOrder(ctx, placed).OrderCancellationEntry(*reason).Execute())
	check.That(!cancelled.GetCancelledAt().IsZero(), "the order is cancelled")
}
