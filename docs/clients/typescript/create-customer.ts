// Creates a customer with the client that is generated from the channel service's OpenAPI document, and reads it back.
import { Configuration, CustomersApi, ContactEntryTypeEnum } from './generated';

async function main(address: string, token: string, lastName: string): Promise<void> {
  const customers = new CustomersApi(new Configuration({ basePath: address, accessToken: token }));

  const created = await customers.createCustomer({
    customerEntry: {
      firstName: 'Ann',
      lastName,
      email: 'ann@example.com',
      contacts: [{ type: ContactEntryTypeEnum.Phone, value: '+1 555 0100', marketingConsent: true }],
    },
  });
  const read = await customers.getCustomer({ id: created.asyncCustomerId, include: 'contacts' });

  console.log(`${read.asyncCustomerId} ${read.lastName} ${read.contacts?.length} ${created.displayAccountNumber}`);
}

main(process.argv[2], process.argv[3], process.argv[4]).catch((error) => {
  console.error(error);
  process.exit(1);
});
