// Calls every operation of headquarters once with the generated client. What would change the running system is sent
// with the values that it has already, or is rejected with a problem.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"counterpart.example/clients/check"
	"counterpart.example/clients/hq"
)

var ctx = context.Background()

func main() {
	headquarters := client(os.Args[1], os.Args[2])
	customer := os.Args[4]
	customers(headquarters.CustomersAPI, customer)
	duplicates(headquarters.CustomersAPI, customer)
	customerImport(headquarters.CustomerImportsAPI)
	operations(headquarters.SynchronizationAPI, customer)
	synchronization(headquarters.SynchronizationAPI)
	resend(headquarters.SynchronizationAPI)
	deadLetters(headquarters.DeadLettersAPI)
	recovery(headquarters.RecoveryAPI)
	alerts(headquarters.AlertsAPI)
	jobs(headquarters.BatchJobsAPI)
	administration := headquarters.AdministrationAPI
	referenceData(administration)
	channels(administration)
	settings(administration)
	devices(administration)
	clerks(administration)
	realTime(client(os.Args[1], os.Args[3]).RealTimeServiceAPI, customer)
	stranger := problemOf(client(os.Args[1], "unknown").CustomersAPI.GetCustomer(ctx, customer).Execute())
	check.That(stranger.GetStatus() == http.StatusUnauthorized, "an unknown token")
	fmt.Println("every operation was called")
}

func client(address, token string) *hq.APIClient {
	configuration := hq.NewConfiguration()
	configuration.Servers = hq.ServerConfigurations{{URL: address}}
	configuration.AddDefaultHeader("Authorization", "Bearer "+token)
	return hq.NewAPIClient(configuration)
}

func problemOf[T any](_ T, _ *http.Response, err error) *hq.ProblemView {
	return check.Problem[hq.ProblemView](err)
}

func rejected[T any](_ T, _ *http.Response, err error) {
	problem := check.Problem[hq.ProblemView](err)
	switch problem.GetStatus() {
	case http.StatusNotFound, http.StatusConflict, http.StatusUnprocessableEntity:
	default:
		panic("a problem instead of " + problem.GetType())
	}
}

func succeedsOrIsRejected[T any](_ T, _ *http.Response, err error) {
	if err != nil {
		problem := check.Problem[hq.ProblemView](err)
		status := problem.GetStatus()
		check.That(status == http.StatusConflict || status == http.StatusPreconditionFailed, problem.GetType())
	}
}
