// Calls every operation of headquarters once with the generated client. What would change the running system is sent
// with the values that it has already, or is rejected with a problem.
import { randomUUID } from 'node:crypto';
import {
  AdministrationApi,
  AlertDestinationRequestFromJSON,
  AlertSettingsRequestFromJSON,
  AlertsApi,
  BatchJobsApi,
  Configuration,
  CreateOrderFromJSON,
  FindOrdersFromJSON,
  CustomerOperationFromJSON,
  CustomerImportsApi,
  CustomersApi,
  DeadLetterGroupRequestFromJSON,
  DeadLettersApi,
  ProblemView,
  ProblemViewFromJSON,
  RealTimeServiceApi,
  RecoveryApi,
  ResponseError,
  SynchronizationApi,
} from './generated-hq';

interface Tagged<T> {
  raw: Response;
  value(): Promise<T>;
}

async function main(address: string, token: string, channelToken: string, customer: string): Promise<void> {
  const hq = new Configuration({ basePath: address, accessToken: token });
  await customers(new CustomersApi(hq), customer);
  await customerImports(new CustomerImportsApi(hq), new CustomersApi(hq));
  await operations(new SynchronizationApi(hq), customer);
  await synchronization(new SynchronizationApi(hq));
  await deadLetters(new DeadLettersApi(hq));
  await recovery(new RecoveryApi(hq));
  await alerts(new AlertsApi(hq));
  await jobs(new BatchJobsApi(hq));
  await referenceData(new AdministrationApi(hq));
  await channels(new AdministrationApi(hq));
  await settings(new AdministrationApi(hq));
  await devices(new AdministrationApi(hq));
  await clerks(new AdministrationApi(hq));
  const channel = new Configuration({ basePath: address, accessToken: channelToken });
  await realTime(new RealTimeServiceApi(channel), customer);
  console.log('every operation was called');
}

async function customers(api: CustomersApi, id: string): Promise<void> {
  const read = await tagged(api.getCustomerRaw({ id }));
  check((await api.searchCustomers({ customerQuery: { query: read.value.accountNumber } })).items.length > 0, 'a hit');
  const blocked = { blocked: read.value.blocked, reason: 'Generated' };
  await api.blockCustomer({ id, ifMatch: read.etag, blockRequest: blocked });
  const stale = await problemOf(api.blockCustomer({ id, ifMatch: '"0"', blockRequest: blocked }));
  check(stale.type === '/problems/version-mismatch', 'a stale version');
  const preview = await tagged(api.previewErasureRaw({ id }));
  check(preview.value.erasedAt == null, 'a preview erases nothing');
  check((await api.exportPersonalData({ id })).operations.length > 0, 'an export');
  const erasureRequest = { reason: 'CUSTOMER_REQUEST', reference: 'DSR-17' } as const;
  const unseen = await problemOf(api.eraseCustomer({ id, ifMatch: '"0"', erasureRequest }));
  check(unseen.type === '/problems/version-mismatch', 'a version that nobody saw is not erased');
  check((await api.getCustomerMerges({ id })).items.length === 0, 'nothing is merged');
  const itself = await problemOf(api.previewMerge({ id, merged: id }));
  check(itself.type === '/problems/customers-not-mergeable', 'no merge with itself');
  const mergeRequest = { merged: id, mergedVersion: 0, fields: {} };
  await rejected(api.mergeCustomers({ id, ifMatch: '"0"', mergeRequest }));
  await rejected(api.undoMerge({ id, mergeId: randomUUID(), ifMatch: '"0"' }));
  await api.listPossibleDuplicates({ reason: 'EMAIL', limit: 1 });
  await rejected(api.decidePossibleDuplicate({ id: 0, pairDecisionRequest: { decision: 'NOT_SAME' } }));
}

// The record has no account number, so that nothing is imported.
async function customerImports(api: CustomerImportsApi, exports: CustomersApi): Promise<void> {
  const file = new Blob(['account number,last name\n,Lee\n']);
  const { id } = await api.uploadCustomerImport({ fileName: 'customers.csv', body: file });
  check((await api.listCustomerImports()).items.some((one) => one.id === id), 'the import is listed');
  await api.startCustomerImport({ id, customerImportRequest: { dryRun: true } });
  for (let tries = 0; tries < 60 && (await api.getCustomerImport({ id })).status !== 'CHECKED'; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  check((await api.getCustomerImportReport({ id })).items[0].code === 'required', 'the reason is reported');
  await api.cancelCustomerImport({ id });
  await exports.exportCustomersRaw({ format: 'JSON_LINES' });
}

// The operations of the customer are applied already: none can be changed.
async function operations(api: SynchronizationApi, customer: string): Promise<void> {
  const page = await api.listOperations({ customer, limit: 1 });
  check((await api.listOperations({ customer, clerk: 'nobody' })).items.length === 0, 'nobody did it');
  const id = page.items[0].id;
  const { etag } = await tagged(api.getOperationRaw({ id }));
  const changes = [{ field: 'lastName', newValue: 'Late' }];
  await rejected(api.editOperation({ id, ifMatch: etag, editRequest: { changes } }));
  const unknown = randomUUID();
  await rejected(api.synchronizeOperation({ id: unknown, synchronizeRequest: { createAnyway: false } }));
  await rejected(api.linkOperation({ id: unknown, linkRequest: { customer: 'C-0000001' } }));
  await rejected(api.ignoreOperation({ id: unknown, ignoreRequest: { reason: 'Entered twice' } }));
  const none = { status: 'FAILED', customer: 'nobody', limit: 1 };
  check((await api.synchronizeOperations({ operationFilterRequest: none })).matched === 0, 'nothing is repeated');
  const invalid = await problemOf(api.listOperations({ limit: 0 }));
  check(invalid.errors?.[0].pointer === '/limit', 'an invalid limit');
}

async function synchronization(api: SynchronizationApi): Promise<void> {
  await api.listUploadSessions({ limit: 1 });
  await api.listDownloadSessions({ channelDatabase: 'harbor' });
  check((await api.getPipeline()).items.length > 0, 'the pipeline');
  check(Boolean((await api.getInstallation()).version), 'the release');
  await api.listStuckCustomers({});
  await api.listTills({ attention: true, limit: 1 });
  check((await api.getStatistics({ range: 'hour' })).intervalSeconds === 60, 'the statistics');
  check((await api.reconcile({ channelDatabase: 'harbor' })).channelDatabase === 'harbor', 'the reconciliation');
  await api.rerunUploads({ uploadRerunRequest: { channelDatabase: 'harbor' } });
  const acknowledgeUnavailableRequest = { channelDatabase: 'harbor' };
  const acknowledged = await api.acknowledgeUnavailable({ acknowledgeUnavailableRequest });
  check(acknowledged.operations === 0, 'nothing is unavailable');
  await succeedsOrIsRejected(api.startResend({ name: 'online' }));
  check((await api.getResend({ name: 'online' })).status !== 'NONE', 'the resend');
}

async function recovery(api: RecoveryApi): Promise<void> {
  await api.getRecovery();
  await rejected(api.continueWithout({ name: 'no-such-database' }));
}

async function alerts(api: AlertsApi): Promise<void> {
  await api.listAlerts({ firing: true, limit: 1 });
  const settings = await tagged(api.getAlertSettingsRaw());
  const same = AlertSettingsRequestFromJSON(settings.value);
  await api.putAlertSettings({ ifMatch: settings.etag, alertSettingsRequest: same });
  const wanted = AlertDestinationRequestFromJSON({ kind: 'EMAIL', address: `${randomUUID()}@example.com` });
  const { id } = await api.createAlertDestination({ alertDestinationRequest: wanted });
  check((await api.listAlertDestinations()).items.length > 0, 'the alert destinations');
  await api.testAlertDestination({ id });
  await rejected(api.rotateAlertSecret({ id }));
  await api.deleteAlertDestination({ id });
}

async function jobs(api: BatchJobsApi): Promise<void> {
  check((await api.listJobs()).items.length > 0, 'the jobs');
  const job = '1110';
  await api.listRuns({ job, limit: 1 });
  await api.holdJob({ job });
  await api.releaseJob({ job });
  await api.runJob({ job });
  const read = await tagged(api.getJobRaw({ job }));
  const recurrence = { recurrence: read.value.recurrence };
  await succeedsOrIsRejected(api.rescheduleJob({ job, ifMatch: read.etag, batchJobRequest: recurrence }));
}

async function referenceData(api: AdministrationApi): Promise<void> {
  check((await api.listAffiliations()).items.length > 0, 'the affiliations');
  const vip = await tagged(api.getAffiliationRaw({ name: 'VIP' }));
  await api.putAffiliation({ name: 'VIP', ifMatch: vip.etag, affiliationView: vip.value });
  check((await api.listAttributeDefinitions()).items.length > 0, 'the attributes');
  const size = await tagged(api.getAttributeDefinitionRaw({ name: 'shoeSize' }));
  await api.putAttributeDefinition({
    name: 'shoeSize',
    ifMatch: size.etag,
    attributeDefinitionRequest: { type: 'INTEGER', minimum: 15, maximum: 60, unit: 'EU', mandatory: false },
  });
  check((await api.listCustomerGroups()).items.length > 0, 'the groups');
  const retail = await tagged(api.getCustomerGroupRaw({ name: 'RETAIL' }));
  await api.putCustomerGroup({ name: 'RETAIL', ifMatch: retail.etag, customerGroupView: retail.value });
}

async function channels(api: AdministrationApi): Promise<void> {
  check((await api.listFunctionalityProfiles()).items.length > 0, 'the profiles');
  const stores = await tagged(api.getFunctionalityProfileRaw({ id: 'stores' }));
  await api.putFunctionalityProfile({
    id: 'stores',
    ifMatch: stores.etag,
    functionalityProfileRequest: stores.value,
  });
  check((await api.listChannels()).items.length > 0, 'the channels');
  const harbor = await tagged(api.getChannelRaw({ channel: 'HARBOR' }));
  await api.putChannel({ channel: 'HARBOR', ifMatch: harbor.etag, channelView: harbor.value });
  check((await api.listChannelDatabaseGroups()).items.length > 0, 'the channel database groups');
  const group = await tagged(api.getChannelDatabaseGroupRaw({ name: 'default' }));
  await api.putChannelDatabaseGroup({ name: 'default', ifMatch: group.etag, groupView: group.value });
  check((await api.listDefaultCustomers()).items.length > 0, 'the default customers');
}

// No group has a dead letter with so small an ID.
async function deadLetters(api: DeadLettersApi): Promise<void> {
  await api.listDeadLetters({ limit: 1 });
  await api.listDeadLetterGroups({ all: true });
  const none = DeadLetterGroupRequestFromJSON({
    cause: 'INVALID_JSON',
    topic: 'cdx.p-0001',
    upTo: 0,
    reason: 'Generated',
  });
  check((await api.retryDeadLetterGroup({ deadLetterGroupRequest: none })).letters === 0, 'no dead letter to retry');
  check((await api.discardDeadLetterGroup({ deadLetterGroupRequest: none })).letters === 0, 'none to discard');
  await rejected(api.getDeadLetterRetry({ id: randomUUID() }));
}

async function settings(api: AdministrationApi): Promise<void> {
  const name = 'async-customer-editing';
  check((await api.listFeatures()).items.length > 0, 'the features');
  const feature = await tagged(api.getFeatureRaw({ name }));
  await api.putFeature({ name, ifMatch: feature.etag, featureRequest: { enabled: feature.value.enabled } });
  check((await api.listNumberSequences()).items.length > 0, 'the number sequences');
  const sequence = await tagged(api.getNumberSequenceRaw({ name: 'customer' }));
  const numberSequenceRequest = { lastNumber: sequence.value.lastNumber };
  await api.putNumberSequence({ name: 'customer', ifMatch: sequence.etag, numberSequenceRequest });
  const policy = await tagged(api.getDuplicatePolicyRaw());
  await api.putDuplicatePolicy({ ifMatch: policy.etag, policyView: policy.value });
  check((await api.listAuditEntries({ limit: 1 })).items.length === 1, 'the audit trail');
  const action = 'no-such-action';
  check((await api.listAuditEntries({ actor: 'admin', action, from: new Date(0) })).items.length === 0, 'no entry');
}

async function devices(api: AdministrationApi): Promise<void> {
  const created = await api.createDevice({ deviceRequest: { device: 'Generated', role: 'TILL', channel: 'HARBOR' } });
  check((created.token ?? '').length > 0, 'a token');
  check((await api.listDevices()).items.some((device) => device.id === created.id), 'the device');
  await api.revokeDevice({ id: created.id });
}

async function clerks(api: AdministrationApi): Promise<void> {
  const id = randomUUID();
  const clerk = { name: `Generated ${id.substring(0, 8)}`, channels: ['HARBOR'] };
  await api.putClerk({ id, clerkRequest: { ...clerk, pin: '471108' } });
  check((await api.listClerks({ channel: 'HARBOR', limit: 200 })).items.length > 0, 'the clerks of a channel');
  const created = await tagged(api.getClerkRaw({ id }));
  const changed = await api.putClerk({ id, ifMatch: created.etag, clerkRequest: { ...clerk, active: false } });
  check(!changed.active, 'the clerk is deactivated');
}

async function realTime(api: RealTimeServiceApi, asyncCustomerId: string): Promise<void> {
  const customer = await api.readCustomer({ id: asyncCustomerId });
  await api.findCustomers({ findCustomers: { query: customer.accountNumber ?? '', limit: 1 } });
  const sender = { channelDatabase: 'harbor', channel: 'HARBOR', asyncCustomerId };
  await api.issueLoyaltyCard({ issueLoyaltyCard: { ...sender, requestId: randomUUID() } });
  check((await api.findLoyaltyCards({ findLoyaltyCards: { asyncCustomerId } })).items.length > 0, 'the cards');
  const lines = [{ item: 'Coffee grinder', quantity: '2', price: '49.95' }];
  const createOrder = CreateOrderFromJSON({
    ...sender,
    order: { id: randomUUID(), currencyCode: 'USD', lines, note: null },
  });
  check((await api.createOrder({ createOrder })).orderNumber.length > 0, 'an order number');
  const findOrders = FindOrdersFromJSON({ channelDatabase: createOrder.channelDatabase, orders: [createOrder.order.id] });
  check((await api.findOrderStates({ findOrders })).orders.length === 1, 'the state of the order');
  const customerOperation = CustomerOperationFromJSON({
    ...sender,
    schemaVersion: 1,
    operationId: randomUUID(),
    operationNumber: 1000,
    occurredAt: new Date().toISOString(),
    body: { kind: 'EDIT_PROFILE', changes: [{ field: 'lastName', oldValue: 'Lee', newValue: 'Late' }] },
  });
  const early = await problemOf(api.applyOperation({ customerOperation }));
  check(early.type === '/problems/operation-too-early', 'an operation that is too early');
}

async function tagged<T>(request: Promise<Tagged<T>>): Promise<{ etag: string; value: T }> {
  const response = await request;
  return { etag: response.raw.headers.get('ETag') ?? '', value: await response.value() };
}

async function rejected(request: Promise<unknown>): Promise<void> {
  const problem = await problemOf(request);
  check([404, 409, 422].includes(problem.status), `a problem instead of ${problem.type}`);
}

async function succeedsOrIsRejected(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof ResponseError) || ![409, 412].includes(error.response.status)) {
      throw error;
    }
  }
}

async function problemOf(request: Promise<unknown>): Promise<ProblemView> {
  try {
    await request;
  } catch (error) {
    if (error instanceof ResponseError) {
      return ProblemViewFromJSON(await error.response.json());
    }
    throw error;
  }
  throw new Error('The request succeeded');
}

function check(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(`Not as expected: ${what}`);
  }
}

main(process.argv[2], process.argv[3], process.argv[4], process.argv[5]).catch((error) => {
  console.error(error);
  process.exit(1);
});
