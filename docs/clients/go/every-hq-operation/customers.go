package main

import (
	"net/http"
	"os"
	"strings"
	"time"

	"counterpart.example/clients/check"
	"counterpart.example/clients/hq"
	"counterpart.example/clients/uuid"
)

func customers(api *hq.CustomersAPIService, id string) {
	read, etag := check.Tagged(api.GetCustomer(ctx, id).Execute())
	query := hq.NewCustomerQuery()
	query.SetQuery(read.GetAccountNumber())
	check.That(len(check.Value(api.SearchCustomers(ctx).CustomerQuery(*query).Execute()).Items) > 0, "a hit")
	blocked := hq.NewBlockRequest(read.GetBlocked())
	blocked.SetReason("Generated")
	check.Value(api.BlockCustomer(ctx, id).IfMatch(etag).BlockRequest(*blocked).Execute())
	stale := problemOf(api.BlockCustomer(ctx, id).IfMatch(`"0"`).BlockRequest(*blocked).Execute())
	check.That(stale.GetStatus() == http.StatusPreconditionFailed, "412")
	check.That(stale.GetType() == "/problems/version-mismatch", "a stale version")

	preview := check.Value(api.PreviewErasure(ctx, id).Execute())
	check.That(preview.GetErasedAt().IsZero(), "a preview erases nothing")
	check.That(len(check.Value(api.ExportPersonalData(ctx, id).Execute()).Operations) > 0, "an export")
	erasure := hq.NewErasureRequest()
	erasure.SetReason("CUSTOMER_REQUEST")
	erasure.SetReference("DSR-17")
	unseen := problemOf(api.EraseCustomer(ctx, id).IfMatch(`"0"`).ErasureRequest(*erasure).Execute())
	check.That(unseen.GetType() == "/problems/version-mismatch", "a version that nobody saw is not erased")
	file := check.Value(api.ExportCustomers(ctx).Format("JSON_LINES").Execute())
	check.That(strings.Contains(file, read.GetAccountNumber()), "the customer is exported")
}

func duplicates(api *hq.CustomersAPIService, id string) {
	check.That(len(check.Value(api.GetCustomerMerges(ctx, id).Execute()).Items) == 0, "nothing is merged")
	itself := problemOf(api.PreviewMerge(ctx, id).Merged(id).Execute())
	check.That(itself.GetType() == "/problems/customers-not-mergeable", "no merge with itself")
	rejected(api.MergeCustomers(ctx, id).IfMatch(`"0"`).MergeRequest(*hq.NewMergeRequest(id, 0)).Execute())
	rejected(api.UndoMerge(ctx, id, uuid.New()).IfMatch(`"0"`).Execute())
	check.Value(api.ListPossibleDuplicates(ctx).Reason("EMAIL").Limit(1).Execute())
	decision := hq.NewPairDecisionRequest("NOT_SAME")
	rejected(api.DecidePossibleDuplicate(ctx, 0).PairDecisionRequest(*decision).Execute())
}

// The record has no account number, so that nothing is imported.
func customerImport(api *hq.CustomerImportsAPIService) {
	file, err := os.CreateTemp("", "customers-*.csv")
	check.Done(nil, err)
	defer os.Remove(file.Name())
	check.Done(nil, os.WriteFile(file.Name(), []byte("account number,last name\n,Lee\n"), 0o600))
	id := check.Value(api.UploadCustomerImport(ctx).FileName("customers.csv").Body(file).Execute()).GetId()
	imports := check.Value(api.ListCustomerImports(ctx).Execute())
	check.That(imports.Items[0].GetId() == id, "the import is listed first")
	request := hq.NewCustomerImportRequest()
	request.SetDryRun(true)
	check.Value(api.StartCustomerImport(ctx, id).CustomerImportRequest(*request).Execute())
	for try := 0; try < 60; try++ {
		if check.Value(api.GetCustomerImport(ctx, id).Execute()).GetStatus() == "CHECKED" {
			break
		}
		time.Sleep(500 * time.Millisecond)
	}
	report := check.Value(api.GetCustomerImportReport(ctx, id).Execute())
	check.That(report.Items[0].GetCode() == "required", "the reason is reported")
	check.Value(api.CancelCustomerImport(ctx, id).Execute())
}

func realTime(api *hq.RealTimeServiceAPIService, customer string) {
	known := check.Value(api.ReadCustomer(ctx, customer).Execute())
	find := hq.NewFindCustomers(1, known.GetAccountNumber())
	check.That(len(check.Value(api.FindCustomers(ctx).FindCustomers(*find).Execute()).GetCustomers()) == 1, "the customer")
	card := hq.NewIssueLoyaltyCard(customer, "HARBOR", "harbor", uuid.New())
	check.Value(api.IssueLoyaltyCard(ctx).IssueLoyaltyCard(*card).Execute())
	cards := check.Value(api.FindLoyaltyCards(ctx).FindLoyaltyCards(*hq.NewFindLoyaltyCards(customer)).Execute())
	check.That(len(cards.GetItems()) > 0, "the cards")
	line := hq.NewLine("Coffee grinder", "49.95", "2")
	order := hq.NewCustomerOrder("USD", uuid.New(), []hq.Line{*line})
	create := hq.NewCreateOrder(customer, "HARBOR", "harbor", *order)
	created := check.Value(api.CreateOrder(ctx).CreateOrder(*create).Execute())
	check.That(created.GetOrderNumber() != "", "an order number")
	orders := hq.NewFindOrders("harbor", []string{order.GetId()})
	states := check.Value(api.FindOrderStates(ctx).FindOrders(*orders).Execute())
	check.That(len(states.GetOrders()) == 1, "the state of the order")

	change := hq.NewFieldChange("lastName")
	change.SetOldValue("Lee")
	change.SetNewValue("Late")
	body := hq.EditProfileBodyAsOperationBody(hq.NewEditProfileBody([]hq.FieldChange{*change}, "EDIT_PROFILE"))
	operation := hq.NewCustomerOperation(customer, body, "HARBOR", "harbor", time.Now(), uuid.New(), 1000, 1)
	early := problemOf(api.ApplyOperation(ctx).CustomerOperation(*operation).Execute())
	check.That(early.GetStatus() == http.StatusConflict, "409")
	check.That(early.GetType() == "/problems/operation-too-early", "an operation that is too early")
}
