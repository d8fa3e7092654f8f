// Calls every operation of the channel service once, including its problems, with the generated client.
import { randomUUID } from 'node:crypto';
import {
  AddressesContactsAttributesApi,
  ClerksApi,
  Configuration,
  ConfigurationEventsApi,
  CustomersApi,
  OfflineApi,
  OrdersApi,
  ProblemView,
  ProblemViewFromJSON,
  ResponseError,
  SessionsApi,
  SignInApi,
} from './generated';

async function main(address: string, token: string, shopAddress: string, shopToken: string): Promise<void> {
  const till = new Configuration({ basePath: address, accessToken: token });
  const customers = new CustomersApi(till);
  const parts = new AddressesContactsAttributesApi(till);

  const id = await create(customers);
  const etag = async () => (await customers.getCustomerRaw({ id })).raw.headers.get('ETag') ?? '';
  await customers.editProfile({ id, ifMatch: await etag(), profileEntry: { lastName: 'Generated-Ohm', title: null }, counterpartClerk: '4711' });
  await search(customers);
  await editAddresses(parts, id, etag);
  await editContacts(parts, id, etag);
  await parts.setAffiliations({ id, ifMatch: await etag(), requestBody: ['VIP'] });
  await parts.setAttributes({ id, ifMatch: await etag(), requestBody: { shoeSize: 38 } });
  await issueCard(parts, id);
  await order(new OrdersApi(till), id);
  await upload(new OfflineApi(till));
  await configuration(new ConfigurationEventsApi(till));
  await session(new SessionsApi(till));
  await clerks(new ClerksApi(till));
  await signIn(new SignInApi(new Configuration({ basePath: shopAddress, accessToken: shopToken })));
  await problems(customers, id);
  console.log('every operation was called');
}

async function create(customers: CustomersApi): Promise<string> {
  const key = randomUUID();
  const request = {
    customerEntry: { firstName: 'Ann', lastName: 'Generated', addresses: [{ city: 'Seattle', country: 'USA' }] },
    prefer: 'wait=10',
    idempotencyKey: key,
  };
  const created = await customers.createCustomerRaw(request);
  const customer = await created.value();
  check(created.raw.headers.get('Location') === `/api/v1/customers/${customer.asyncCustomerId}`, 'Location');
  const repeated = await customers.createCustomerRaw(request);
  check(repeated.raw.headers.get('Idempotent-Replayed') === 'true', 'Idempotent-Replayed');
  check((await repeated.value()).asyncCustomerId === customer.asyncCustomerId, 'the same customer');
  return customer.asyncCustomerId;
}

async function search(customers: CustomersApi): Promise<void> {
  const page = await customers.searchCustomers({ searchRequest: { query: 'Ann Generated', scope: 'all', limit: 5 } });
  check(page.items.length > 0, 'a customer is found');
  const criteria = { name: 'Ann', phone: '555 01' };
  await customers.searchCustomers({ searchRequest: { criteria, limit: 5 } });
  const entered = { firstName: 'Ann', lastName: 'Generated-Ohm', addresses: [{ zipCode: '98101' }] };
  const hints = await customers.findPossibleDuplicates({ duplicateCheckRequest: entered });
  check(hints.items[0].reasons.length > 0, 'a possible duplicate has a reason');
}

async function editAddresses(
  parts: AddressesContactsAttributesApi,
  id: string,
  etag: () => Promise<string>,
): Promise<void> {
  const added = await parts.addAddress({ id, addressEntry: { street: '5 Station Square', city: 'Seattle' } });
  const addressId = added.id;
  const edited = await parts.editAddress({ id, addressId, ifMatch: await etag(), addressEntry: { zipCode: '98104' } });
  check(edited.zipCode === '98104', 'the address is edited');
  check((await parts.getAddress({ id, addressId })).street === '5 Station Square', 'the address is read');
  await parts.deactivateAddress({ id, addressId, ifMatch: await etag() });
  check((await problemOf(parts.getAddress({ id, addressId }))).status === 404, 'the address is gone');
}

async function editContacts(
  parts: AddressesContactsAttributesApi,
  id: string,
  etag: () => Promise<string>,
): Promise<void> {
  const added = await parts.addContact({ id, contactEntry: { type: 'PHONE', value: '+1 555 0103' } });
  const contactId = added.id;
  await parts.editContact({ id, contactId, ifMatch: await etag(), contactEntry: { marketingConsent: true } });
  check((await parts.getContact({ id, contactId })).marketingConsent, 'the contact is edited');
  await parts.deactivateContact({ id, contactId, ifMatch: await etag() });
}

// The account number may still be on its way.
async function issueCard(parts: AddressesContactsAttributesApi, id: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      check((await parts.issueLoyaltyCard({ id })).cardNumber.length > 0, 'a card');
      check((await parts.listLoyaltyCards({ id })).items.length === 1, 'the cards');
      check((await parts.addNote({ id, noteEntry: { text: 'Has a card' } })).text === 'Has a card', 'a note');
      return;
    } catch (error) {
      if (!(error instanceof ResponseError) || error.response.status !== 409 || attempt > 60) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function order(orders: OrdersApi, customer: string): Promise<void> {
  const lines = [{ item: 'Coffee grinder', quantity: '2', price: '49.95' }];
  const placed = await orders.createOrder({ orderEntry: { customer, lines }, prefer: 'respond-async, wait=10' });
  check((await orders.getOrder({ id: placed.id })).total === '99.90', 'the order is read');
  const orderCancellationEntry = { reason: 'Ordered by mistake' };
  const cancelled = await orders.cancelOrder({ id: placed.id, orderCancellationEntry });
  check(cancelled.cancelledAt !== null, 'the order is cancelled');
}

async function upload(offline: OfflineApi): Promise<void> {
  const known = randomUUID();
  const put = await offline.putCustomerRaw({ id: known, customerEntry: { lastName: 'Put' } });
  check(put.raw.status === 201, 'the customer is created');
  const again = await offline.putCustomerRaw({ id: known, customerEntry: { lastName: 'Put' } });
  check(again.raw.status === 200, 'the customer exists');
  const response = await offline.uploadOffline({
    offlineUploadRequest: {
      items: [
        { asyncCustomerId: randomUUID(), createdAt: new Date(), lastName: 'Offline' },
        { asyncCustomerId: randomUUID(), createdAt: new Date() },
      ],
    },
  });
  check(response.items[0].status === 201, 'the first item is created');
  check(response.items[1].problem?.errors?.[0].pointer === '/items/1/lastName', 'the second item is rejected');
  const edited = await offline.uploadOffline({
    offlineUploadRequest: {
      items: [
        {
          operationId: randomUUID(),
          kind: 'EDIT_PROFILE',
          asyncCustomerId: response.items[0].asyncCustomerId!,
          occurredAt: new Date(),
          clerk: 'Kim',
          changes: [{ field: 'lastName', oldValue: 'Offline', newValue: 'Edited' }],
        },
      ],
    },
  });
  check(edited.items[0].outcome === 'APPLIED', 'the edit is applied');
  const copied = await offline.getCustomerChanges({ limit: 100 });
  check(copied.customers.length > 0, 'customers are copied');
  await offline.getCustomerChanges({ since: copied.cursor, limit: 100 });
  const heartbeat = { version: '1.4.2', clock: new Date(), unsent: 0, refused: 0 };
  const next = await offline.sendHeartbeat({ tillHeartbeatRequest: heartbeat });
  check(next.nextInSeconds > 0, 'the next heartbeat is due later');
}

async function configuration(channel: ConfigurationEventsApi): Promise<void> {
  check((await channel.getConfiguration()).features.length > 0, 'the features are read');
  const end = new AbortController();
  const stream = await channel.listenToEventsRaw({}, { signal: end.signal });
  const first = await stream.raw.body!.getReader().read();
  check(new TextDecoder().decode(first.value).startsWith('retry:'), 'the stream begins');
  end.abort();
}

async function session(sessions: SessionsApi): Promise<void> {
  const created = await sessions.createSession();
  check(created.expiresAt !== null, 'a session ends');
  check((await sessions.getSession()).device === created.device, 'the device');
  await sessions.endSession();
}

async function clerks(till: ClerksApi): Promise<void> {
  const robin = (await till.getClerks()).items.find((clerk) => clerk.name === 'Robin Reyes')!;
  const signedIn = await till.signClerkIn({ clerkSignInRequest: { clerk: robin.id, pin: '4711' } });
  check(signedIn.dataKey.length === 44, 'the key of the till');
}

async function signIn(shop: SignInApi): Promise<void> {
  const signedIn = await shop.signIn({
    signInRequest: {
      externalIdentity: { issuer: 'https://login.example.com', subject: randomUUID() },
      customer: { firstName: 'Sam', lastName: 'Generated' },
    },
  });
  check(signedIn.customerToken.length > 0, 'the customer has a token');
}

async function problems(customers: CustomersApi, id: string): Promise<void> {
  const invalid = await problemOf(customers.createCustomer({ customerEntry: { email: 'no email' } }));
  check(invalid.type === '/problems/validation' && invalid.errors!.length === 2, 'two fields are invalid');
  check((await problemOf(customers.getCustomer({ id: randomUUID() }))).status === 404, 'not found');
  const stale = { id, ifMatch: '"0"', profileEntry: { lastName: 'Late' } };
  check((await problemOf(customers.editProfile(stale))).type === '/problems/version-mismatch', 'a stale version');
  const stranger = new CustomersApi(new Configuration({ basePath: (customers as any).configuration.basePath }));
  check((await problemOf(stranger.getCustomer({ id }))).status === 401, 'no token');
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

main(process.argv[2], process.argv[3], process.argv[4], process.argv[5]).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
