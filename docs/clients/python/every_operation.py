"""Calls every operation of the channel service once, including its problems, with the generated client."""

import json
import sys
import time
from datetime import datetime, timezone
from uuid import uuid4

import counterpart_client as client


def main(address, token, shop_address, shop_token):
    till = client.ApiClient(client.Configuration(host=address, access_token=token))
    customers = client.CustomersApi(till)
    parts = client.AddressesContactsAttributesApi(till)
    customer = create(customers)

    def etag():
        return customers.get_customer_with_http_info(customer).headers.get("ETag")

    customers.edit_profile(customer, etag(), client.ProfileEntry(last_name="Generated-Ohm"), counterpart_clerk="4711")
    search = client.SearchRequest(query="Ann Generated", scope="all", limit=5)
    assert customers.search_customers(search).items
    criteria = client.SearchCriteria(name="Ann Generated")
    assert customers.search_customers(client.SearchRequest(criteria=criteria)).items
    entered = client.DuplicateCheckRequest(first_name="Ann", last_name="Generated-Ohm")
    assert customers.find_possible_duplicates(entered).items[0].reasons
    edit_addresses(parts, customer, etag)
    edit_contacts(parts, customer, etag)
    parts.set_affiliations(customer, etag(), ["VIP"])
    parts.set_attributes(customer, etag(), {"shoeSize": 38})
    issue_card(parts, customer)
    order(client.OrdersApi(till), customer)
    upload(client.OfflineApi(till))
    configuration(client.ConfigurationEventsApi(till))
    session(client.SessionsApi(till))
    clerks(client.ClerksApi(till))
    shop = client.ApiClient(client.Configuration(host=shop_address, access_token=shop_token))
    sign_in(client.SignInApi(shop))
    problems(customers, customer)
    print("every operation was called")


def create(customers):
    entry = client.CustomerEntry(
        first_name="Ann",
        last_name="Generated",
        addresses=[client.AddressEntry(city="Seattle", country="USA")],
    )
    key = str(uuid4())
    created = customers.create_customer_with_http_info(entry, prefer="wait=10", idempotency_key=key)
    customer = str(created.data.async_customer_id)
    assert created.headers.get("Location") == "/api/v1/customers/" + customer
    repeated = customers.create_customer_with_http_info(entry, prefer="wait=10", idempotency_key=key)
    assert repeated.headers.get("Idempotent-Replayed") == "true"
    return customer


def edit_addresses(parts, customer, etag):
    address = str(parts.add_address(customer, client.AddressEntry(street="5 Station Square")).id)
    parts.edit_address(customer, address, etag(), client.AddressEntry(zip_code="98104"))
    assert parts.get_address(customer, address).zip_code == "98104"
    parts.deactivate_address(customer, address, etag())


def edit_contacts(parts, customer, etag):
    contact = str(parts.add_contact(customer, client.ContactEntry(type="PHONE", value="+1 555 0103")).id)
    parts.edit_contact(customer, contact, etag(), client.ContactEntry(marketing_consent=True))
    assert parts.get_contact(customer, contact).marketing_consent
    parts.deactivate_contact(customer, contact, etag())


def issue_card(parts, customer):
    # The account number may still be on its way.
    for _ in range(60):
        try:
            assert parts.issue_loyalty_card(customer).card_number
            assert len(parts.list_loyalty_cards(customer).items) == 1
            assert parts.add_note(customer, client.NoteEntry(text="Has a card")).text == "Has a card"
            return
        except client.ApiException as error:
            if error.status != 409:
                raise
            time.sleep(0.5)
    raise AssertionError("no card")


def order(orders, customer):
    line = client.LineEntry(item="Coffee grinder", quantity="2", price="49.95")
    entry = client.OrderEntry(customer=customer, lines=[line])
    placed = orders.create_order(entry, prefer="respond-async, wait=10")
    assert orders.get_order(placed.id).total == "99.90"
    reason = client.OrderCancellationEntry(reason="Ordered by mistake")
    assert orders.cancel_order(placed.id, order_cancellation_entry=reason).cancelled_at


def upload(offline):
    known = str(uuid4())
    entry = client.CustomerEntry(last_name="Put")
    assert offline.put_customer_with_http_info(known, entry).status_code == 201
    assert offline.put_customer_with_http_info(known, entry).status_code == 200
    now = datetime.now(timezone.utc)
    items = [
        client.OfflineEntry(async_customer_id=uuid4(), created_at=now, last_name="Offline"),
        client.OfflineEntry(async_customer_id=uuid4(), created_at=now),
    ]
    results = offline.upload_offline(client.OfflineUploadRequest(items=items)).items
    assert [result.status for result in results] == [201, 422]
    assert results[1].problem.errors[0].pointer == "/items/1/lastName"
    edit = client.OfflineEntry(
        operation_id=uuid4(),
        kind="EDIT_PROFILE",
        async_customer_id=results[0].async_customer_id,
        occurred_at=now,
        clerk="Kim",
        changes=[client.FieldChange(field="lastName", old_value="Offline", new_value="Edited")],
    )
    results = offline.upload_offline(client.OfflineUploadRequest(items=[edit])).items
    assert results[0].outcome == "APPLIED", results[0]
    copied = offline.get_customer_changes(limit=100)
    assert copied.customers
    offline.get_customer_changes(since=copied.cursor, limit=100)
    heartbeat = client.TillHeartbeatRequest(version="1.4.2", clock=datetime.now(timezone.utc), unsent=0, refused=0)
    assert offline.send_heartbeat(heartbeat).next_in_seconds > 0


def configuration(channel):
    assert channel.get_configuration().features
    stream = channel.listen_to_events_without_preload_content(_headers={"Accept": "text/event-stream"})
    assert stream.status == 200, stream.data
    stream.close()


def session(sessions):
    created = sessions.create_session()
    assert created.expires_at
    assert sessions.get_session().device == created.device
    sessions.end_session()


def clerks(till):
    robin = next(clerk for clerk in till.get_clerks().items if clerk.name == "Robin Reyes")
    signed_in = till.sign_clerk_in(client.ClerkSignInRequest(clerk=robin.id, pin="4711"))
    assert len(signed_in.data_key) == 44


def sign_in(shop):
    identity = client.SignInIdentity(issuer="https://login.example.com", subject=str(uuid4()))
    person = client.CustomerEntry(first_name="Sam", last_name="Generated")
    assert shop.sign_in(client.SignInRequest(external_identity=identity, customer=person)).customer_token


def problems(customers, customer):
    # Checked by the service and not only by the client, which knows the pattern of an email.
    unnamed = problem_of(lambda: customers.create_customer(client.CustomerEntry(phone="none")))
    assert unnamed["type"] == "/problems/validation" and len(unnamed["errors"]) == 2
    assert problem_of(lambda: customers.get_customer(str(uuid4())))["status"] == 404
    late = client.ProfileEntry(last_name="Late")
    stale = problem_of(lambda: customers.edit_profile(customer, '"0"', late))
    assert stale["type"] == "/problems/version-mismatch"


def problem_of(request):
    try:
        request()
    except client.ApiException as error:
        return json.loads(error.body)
    raise AssertionError("The request succeeded")


main(*sys.argv[1:])
