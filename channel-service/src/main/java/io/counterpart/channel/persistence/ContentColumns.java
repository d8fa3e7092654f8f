package io.counterpart.channel.persistence;

import java.util.List;

import io.counterpart.channel.persistence.InsertStatement.Column;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerProfile;

import static io.counterpart.channel.persistence.InsertStatement.column;

/** The columns of the profile, the addresses and the contacts, for all statements that write them. */
public final class ContentColumns {

    public static final List<Column<CustomerProfile>> PROFILE = List.of(
            column("type", CustomerProfile::type),
            column("title", CustomerProfile::title),
            column("first_name", CustomerProfile::firstName),
            column("middle_name", CustomerProfile::middleName),
            column("last_name", CustomerProfile::lastName),
            column("organization_name", CustomerProfile::organizationName),
            column("email", CustomerProfile::email),
            column("phone", CustomerProfile::phone),
            column("language", CustomerProfile::language),
            column("currency_code", CustomerProfile::currencyCode),
            column("customer_group", CustomerProfile::customerGroup),
            column("receipt_option", CustomerProfile::receiptOption),
            column("receipt_email", CustomerProfile::receiptEmail),
            column("mobile", CustomerProfile::mobile),
            column("url", CustomerProfile::url),
            column("vat_number", CustomerProfile::vatNumber),
            column("invoice_account", CustomerProfile::invoiceAccount),
            column("opt_out_personalization", CustomerProfile::optOutPersonalization),
            column("opt_out_web_activity_tracking", CustomerProfile::optOutWebActivityTracking));

    public static final List<Column<Address>> ADDRESS = List.of(
            column("address_id", Address::id),
            column("name", Address::name),
            column("purpose", Address::purpose),
            column("street", Address::street),
            column("street_number", Address::streetNumber),
            column("building_complement", Address::buildingComplement),
            column("post_box", Address::postBox),
            column("district", Address::district),
            column("city", Address::city),
            column("county", Address::county),
            column("state", Address::state),
            column("zip_code", Address::zipCode),
            column("country", Address::country),
            column("phone", Address::phone),
            column("email", Address::email),
            column("is_primary", Address::primary));

    public static final List<Column<Contact>> CONTACT = List.of(
            column("contact_id", Contact::id),
            column("type", Contact::type),
            column("value", Contact::value),
            column("marketing_consent", Contact::marketingConsent),
            column("is_primary", Contact::primary),
            column("consent_at", Contact::consentAt),
            column("consent_source", Contact::consentSource),
            column("consent_text", Contact::consentText));

    private ContentColumns() {}
}
