package main

import (
	"time"

	"counterpart.example/clients/check"
	"counterpart.example/clients/hq"
	"counterpart.example/clients/uuid"
)

func referenceData(api *hq.AdministrationAPIService) {
	check.That(len(check.Value(api.ListAffiliations(ctx).Execute()).Items) > 0, "the affiliations")
	vip, etag := check.Tagged(api.GetAffiliation(ctx, "VIP").Execute())
	check.Value(api.PutAffiliation(ctx, "VIP").IfMatch(etag).AffiliationView(*vip).Execute())
	check.That(len(check.Value(api.ListAttributeDefinitions(ctx).Execute()).Items) > 0, "the attributes")
	size, etag := check.Tagged(api.GetAttributeDefinition(ctx, "shoeSize").Execute())
	same := hq.NewAttributeDefinitionRequest(size.GetMandatory(), size.GetType())
	same.AllowedValues, same.Minimum, same.Unit = size.AllowedValues, size.Minimum, size.Unit
	// Not float32, which would change a limit of more than seven digits.
	var maximum float64 = size.GetMaximum()
	same.SetMaximum(maximum)
	check.Value(api.PutAttributeDefinition(ctx, "shoeSize").IfMatch(etag).AttributeDefinitionRequest(*same).Execute())
	check.That(len(check.Value(api.ListCustomerGroups(ctx).Execute()).Items) > 0, "the groups")
	retail, etag := check.Tagged(api.GetCustomerGroup(ctx, "RETAIL").Execute())
	check.Value(api.PutCustomerGroup(ctx, "RETAIL").IfMatch(etag).CustomerGroupView(*retail).Execute())
}

func channels(api *hq.AdministrationAPIService) {
	check.That(len(check.Value(api.ListFunctionalityProfiles(ctx).Execute()).Items) > 0, "the profiles")
	stores, etag := check.Tagged(api.GetFunctionalityProfile(ctx, "stores").Execute())
	same := hq.NewFunctionalityProfileRequest(stores.GetName())
	same.SetCreateCustomersInAsyncMode(stores.GetCreateCustomersInAsyncMode())
	same.SetCreateOrdersInAsyncMode(stores.GetCreateOrdersInAsyncMode())
	same.OrderMode, same.PrimaryAddressRequired = stores.OrderMode, stores.PrimaryAddressRequired
	check.Value(api.PutFunctionalityProfile(ctx, "stores").IfMatch(etag).FunctionalityProfileRequest(*same).Execute())
	check.That(len(check.Value(api.ListChannels(ctx).Execute()).Items) > 0, "the channels")
	harbor, etag := check.Tagged(api.GetChannel(ctx, "HARBOR").Execute())
	check.Value(api.PutChannel(ctx, "HARBOR").IfMatch(etag).ChannelView(*harbor).Execute())
	check.That(len(check.Value(api.ListChannelDatabaseGroups(ctx).Execute()).Items) > 0, "the channel database groups")
	group, etag := check.Tagged(api.GetChannelDatabaseGroup(ctx, "default").Execute())
	check.Value(api.PutChannelDatabaseGroup(ctx, "default").IfMatch(etag).GroupView(*group).Execute())
	check.That(len(check.Value(api.ListDefaultCustomers(ctx).Execute()).Items) > 0, "the default customers")
}

func settings(api *hq.AdministrationAPIService) {
	const name = "async-customer-editing"
	check.That(len(check.Value(api.ListFeatures(ctx).Execute()).Items) > 0, "the features")
	feature, etag := check.Tagged(api.GetFeature(ctx, name).Execute())
	same := hq.NewFeatureRequest(feature.GetEnabled())
	check.Value(api.PutFeature(ctx, name).IfMatch(etag).FeatureRequest(*same).Execute())
	check.That(len(check.Value(api.ListNumberSequences(ctx).Execute()).Items) > 0, "the number sequences")
	sequence, etag := check.Tagged(api.GetNumberSequence(ctx, "customer").Execute())
	last := hq.NewNumberSequenceRequest(sequence.GetLastNumber())
	check.Value(api.PutNumberSequence(ctx, "customer").IfMatch(etag).NumberSequenceRequest(*last).Execute())
	policy, etag := check.Tagged(api.GetDuplicatePolicy(ctx).Execute())
	check.Value(api.PutDuplicatePolicy(ctx).IfMatch(etag).PolicyView(*policy).Execute())
	check.That(len(check.Value(api.ListAuditEntries(ctx).Limit(1).Execute()).Items) == 1, "the audit trail")
	none := api.ListAuditEntries(ctx).Actor("admin").Action("no-such-action").From(time.Unix(0, 0))
	check.That(len(check.Value(none.Execute()).Items) == 0, "no entry")
}

func devices(api *hq.AdministrationAPIService) {
	request := hq.NewDeviceRequest("Generated", "TILL")
	request.SetChannel("HARBOR")
	created := check.Value(api.CreateDevice(ctx).DeviceRequest(*request).Execute())
	check.That(created.GetToken() != "", "a token")
	listed := false
	for _, device := range check.Value(api.ListDevices(ctx).Execute()).Items {
		listed = listed || device.GetId() == created.GetId()
	}
	check.That(listed, "the device")
	check.Done(api.RevokeDevice(ctx, created.GetId()).Execute())
}

func clerks(api *hq.AdministrationAPIService) {
	id := uuid.New()
	clerk := hq.NewClerkRequest([]string{"HARBOR"}, "Generated "+id[:8])
	clerk.SetPin("471108")
	check.Value(api.PutClerk(ctx, id).ClerkRequest(*clerk).Execute())
	listed := check.Value(api.ListClerks(ctx).Channel("HARBOR").Limit(200).Execute())
	check.That(len(listed.Items) > 0, "the clerks of a channel")
	_, etag := check.Tagged(api.GetClerk(ctx, id).Execute())
	clerk.UnsetPin()
	clerk.SetActive(false)
	changed := check.Value(api.PutClerk(ctx, id).IfMatch(etag).ClerkRequest(*clerk).Execute())
	check.That(!changed.GetActive(), "the clerk is deactivated")
}
