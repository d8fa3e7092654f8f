package main

import (
	"context"
	"net/http"
	"time"

	"counterpart.example/clients/channel"
	"counterpart.example/clients/check"
	"counterpart.example/clients/uuid"
)

func put(offline *channel.OfflineAPIService) {
	request := offline.PutCustomer(ctx, uuid.New()).CustomerEntry(person("Pat", "Put"))
	_, response, err := request.Execute()
	check.Done(response, err)
	check.That(response.StatusCode == http.StatusCreated, "the customer is created")
	_, response, err = request.Execute()
	check.Done(response, err)
	check.That(response.StatusCode == http.StatusOK, "the customer exists")
}

func upload(offline *channel.OfflineAPIService) {
	now := time.Now()
	named := channel.NewOfflineEntry(uuid.New())
	named.SetCreatedAt(now)
	named.SetLastName("Offline")
	nameless := channel.NewOfflineEntry(uuid.New())
	nameless.SetCreatedAt(now)
	created := send(offline, *named, *nameless)
	check.That(created[0].GetStatus() == http.StatusCreated, "the first item is created")
	check.That(created[1].GetStatus() == http.StatusUnprocessableEntity, "the second item is rejected")
	problem := created[1].GetProblem()
	check.That(problem.GetErrors()[0].GetPointer() == "/items/1/lastName", "the name is missing")

	change := channel.NewFieldChange("lastName")
	change.SetOldValue("Offline")
	change.SetNewValue("Edited")
	edit := channel.NewOfflineEntry(named.GetAsyncCustomerId())
	edit.SetOperationId(uuid.New())
	edit.SetKind("EDIT_PROFILE")
	edit.SetOccurredAt(now)
	edit.SetClerk("Kim")
	edit.SetChanges([]channel.FieldChange{*change})
	check.That(send(offline, *edit)[0].GetOutcome() == "APPLIED", "the edit is applied")
}

func send(offline *channel.OfflineAPIService, items ...channel.OfflineEntry) []channel.OfflineItemResult {
	request := channel.NewOfflineUploadRequest(items)
	return check.Value(offline.UploadOffline(ctx).OfflineUploadRequest(*request).Execute()).GetItems()
}

func synchronize(offline *channel.OfflineAPIService) {
	copied := check.Value(offline.GetCustomerChanges(ctx).Limit(100).Execute())
	check.That(len(copied.GetCustomers()) > 0, "customers are copied")
	check.Value(offline.GetCustomerChanges(ctx).Since(copied.GetCursor()).Limit(100).Execute())
	heartbeat := channel.NewTillHeartbeatRequest(time.Now(), 0, 0, "1.4.2")
	next := check.Value(offline.SendHeartbeat(ctx).TillHeartbeatRequest(*heartbeat).Execute())
	check.That(next.GetNextInSeconds() > 0, "the next heartbeat is due later")
}

// A generated client reads a response to its end, which a stream of events does not have: this one is left at its begin.
func configuration(address, token string) {
	settings := configurationOf(address, token)
	events := channel.NewAPIClient(settings).ConfigurationEventsAPI
	check.That(len(check.Value(events.GetConfiguration(ctx).Execute()).GetFeatures()) > 0, "the features are read")
	begun, leave := context.WithTimeout(ctx, 20*time.Second)
	settings.HTTPClient = &http.Client{Transport: leaving(leave)}
	_, response, err := channel.NewAPIClient(settings).ConfigurationEventsAPI.ListenToEvents(begun).Execute()
	check.That(err != nil && response != nil && response.StatusCode == http.StatusOK, "the stream begins")
}

type leaving context.CancelFunc

func (leave leaving) RoundTrip(request *http.Request) (*http.Response, error) {
	defer leave()
	return http.DefaultTransport.RoundTrip(request)
}

func session(sessions *channel.SessionsAPIService) {
	created := check.Value(sessions.CreateSession(ctx).Execute())
	check.That(!created.GetExpiresAt().IsZero(), "a session ends")
	check.That(check.Value(sessions.GetSession(ctx).Execute()).GetDevice() == created.GetDevice(), "the device")
	check.Done(sessions.EndSession(ctx).Execute())
}

func clerks(clerks *channel.ClerksAPIService) {
	for _, clerk := range check.Value(clerks.GetClerks(ctx).Execute()).GetItems() {
		if clerk.GetName() == "Robin Reyes" {
			request := channel.NewClerkSignInRequest(clerk.GetId(), "4711")
			signedIn := check.Value(clerks.SignClerkIn(ctx).ClerkSignInRequest(*request).Execute())
			check.That(len(signedIn.GetDataKey()) == 44, "the key of the till")
			return
		}
	}
	panic("Robin Reyes is missing")
}

func signIn(shop *channel.SignInAPIService) {
	request := channel.NewSignInRequest(*channel.NewSignInIdentity("https://login.example.com", uuid.New()))
	request.SetCustomer(person("Sam", "Generated"))
	signedIn := check.Value(shop.SignIn(ctx).SignInRequest(*request).Execute())
	check.That(signedIn.GetCustomerToken() != "", "the customer has a token")
}
