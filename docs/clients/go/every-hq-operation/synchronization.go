package main

import (
	"net/http"

	"counterpart.example/clients/check"
	"counterpart.example/clients/hq"
	"counterpart.example/clients/uuid"
)

// The operations of the customer are applied already: none can be changed.
func operations(api *hq.SynchronizationAPIService, customer string) {
	page := check.Value(api.ListOperations(ctx).Customer(customer).Limit(1).Execute())
	nobody := check.Value(api.ListOperations(ctx).Customer(customer).Clerk("nobody").Execute())
	check.That(len(nobody.Items) == 0, "nobody did it")
	id := page.Items[0].GetId()
	_, etag := check.Tagged(api.GetOperation(ctx, id).Execute())
	edit := hq.NewEdit("lastName")
	edit.SetNewValue("Late")
	request := hq.NewEditRequest([]hq.Edit{*edit})
	rejected(api.EditOperation(ctx, id).IfMatch(etag).EditRequest(*request).Execute())
	unknown := uuid.New()
	again := hq.NewSynchronizeRequest()
	again.SetCreateAnyway(false)
	rejected(api.SynchronizeOperation(ctx, unknown).SynchronizeRequest(*again).Execute())
	rejected(api.LinkOperation(ctx, unknown).LinkRequest(*hq.NewLinkRequest("C-0000001")).Execute())
	rejected(api.IgnoreOperation(ctx, unknown).IgnoreRequest(*hq.NewIgnoreRequest("Entered twice")).Execute())
	none := hq.NewOperationFilterRequest()
	none.SetStatus("FAILED")
	none.SetCustomer("nobody")
	none.SetLimit(1)
	matched := check.Value(api.SynchronizeOperations(ctx).OperationFilterRequest(*none).Execute())
	check.That(matched.GetMatched() == 0, "nothing is repeated")
	invalid := problemOf(api.ListOperations(ctx).Limit(0).Execute())
	check.That(invalid.GetStatus() == http.StatusUnprocessableEntity, "422")
	check.That(invalid.GetErrors()[0].GetPointer() == "/limit", "an invalid limit")
}

func synchronization(api *hq.SynchronizationAPIService) {
	check.Value(api.ListUploadSessions(ctx).Limit(1).Execute())
	check.Value(api.ListDownloadSessions(ctx).ChannelDatabase("harbor").Execute())
	check.That(len(check.Value(api.GetPipeline(ctx).Execute()).Items) > 0, "the pipeline")
	check.That(check.Value(api.GetInstallation(ctx).Execute()).GetVersion() != "", "the release")
	check.Value(api.ListStuckCustomers(ctx).Execute())
	check.Value(api.ListTills(ctx).Attention(true).Limit(1).Execute())
	statistics := check.Value(api.GetStatistics(ctx).Range_("hour").Execute())
	check.That(statistics.GetIntervalSeconds() == 60, "the statistics")
	reconciliation := check.Value(api.Reconcile(ctx).ChannelDatabase("harbor").Execute())
	check.That(reconciliation.GetChannelDatabase() == "harbor", "the reconciliation")
}

func resend(api *hq.SynchronizationAPIService) {
	check.Value(api.RerunUploads(ctx).UploadRerunRequest(*hq.NewUploadRerunRequest("harbor")).Execute())
	request := hq.NewAcknowledgeUnavailableRequest("harbor")
	acknowledged := check.Value(api.AcknowledgeUnavailable(ctx).AcknowledgeUnavailableRequest(*request).Execute())
	check.That(acknowledged.GetOperations() == 0, "nothing is unavailable")
	succeedsOrIsRejected(api.StartResend(ctx, "online").Execute())
	check.That(check.Value(api.GetResend(ctx, "online").Execute()).GetStatus() != "NONE", "the resend")
}

// No group has a dead letter with so small an ID.
func deadLetters(api *hq.DeadLettersAPIService) {
	check.Value(api.ListDeadLetters(ctx).Limit(1).Execute())
	check.Value(api.ListDeadLetterGroups(ctx).All(true).Execute())
	none := hq.NewDeadLetterGroupRequest()
	none.SetCause("INVALID_JSON")
	none.SetTopic("cdx.p-0001")
	none.SetUpTo(0)
	none.SetReason("Generated")
	retried := check.Value(api.RetryDeadLetterGroup(ctx).DeadLetterGroupRequest(*none).Execute())
	check.That(retried.GetLetters() == 0, "no dead letter to retry")
	discarded := check.Value(api.DiscardDeadLetterGroup(ctx).DeadLetterGroupRequest(*none).Execute())
	check.That(discarded.GetLetters() == 0, "none to discard")
	rejected(api.GetDeadLetterRetry(ctx, uuid.New()).Execute())
}

func recovery(api *hq.RecoveryAPIService) {
	check.Value(api.GetRecovery(ctx).Execute())
	response, err := api.ContinueWithout(ctx, "no-such-database").Execute()
	unknown := problemOf(response, response, err)
	check.That(unknown.GetStatus() == http.StatusNotFound, "404")
}

func alerts(api *hq.AlertsAPIService) {
	check.Value(api.ListAlerts(ctx).Firing(true).Limit(1).Execute())
	settings, etag := check.Tagged(api.GetAlertSettings(ctx).Execute())
	same := hq.NewAlertSettingsRequest()
	same.SetTimeZone(settings.GetTimeZone())
	same.QuietHours = settings.QuietHours
	for _, rule := range settings.GetRules() {
		same.Rules = append(same.Rules, sameRule(rule))
	}
	check.Value(api.PutAlertSettings(ctx).IfMatch(etag).AlertSettingsRequest(*same).Execute())
	wanted := hq.NewAlertDestinationRequest(uuid.New()+"@example.com", "EMAIL")
	id := check.Value(api.CreateAlertDestination(ctx).AlertDestinationRequest(*wanted).Execute()).GetId()
	check.That(len(check.Value(api.ListAlertDestinations(ctx).Execute()).Items) > 0, "the alert destinations")
	check.Done(api.TestAlertDestination(ctx, id).Execute())
	rejected(api.RotateAlertSecret(ctx, id).Execute())
	check.Done(api.DeleteAlertDestination(ctx, id).Execute())
}

func sameRule(rule hq.RuleSetting) hq.AlertRuleRequest {
	same := hq.NewAlertRuleRequest(rule.GetRule())
	same.SetEnabled(rule.GetEnabled())
	same.SetIgnoresQuietHours(rule.GetIgnoresQuietHours())
	same.SetMinimumMinutes(rule.GetMinimumMinutes())
	same.SetRepeatMinutes(rule.GetRepeatMinutes())
	same.Threshold = rule.Threshold
	return *same
}

func jobs(api *hq.BatchJobsAPIService) {
	const job = "1110"
	check.That(len(check.Value(api.ListJobs(ctx).Execute()).Items) > 0, "the jobs")
	check.Value(api.ListRuns(ctx, job).Limit(1).Execute())
	check.Value(api.HoldJob(ctx, job).Execute())
	check.Value(api.ReleaseJob(ctx, job).Execute())
	check.Value(api.RunJob(ctx, job).Execute())
	read, etag := check.Tagged(api.GetJob(ctx, job).Execute())
	same := hq.NewBatchJobRequest(read.GetRecurrence())
	succeedsOrIsRejected(api.RescheduleJob(ctx, job).IfMatch(etag).BatchJobRequest(*same).Execute())
}
