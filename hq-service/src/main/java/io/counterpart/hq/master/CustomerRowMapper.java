package io.counterpart.hq.master;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.ReceiptOption;
import io.counterpart.hq.messaging.MessageJson;

/** Maps rows of the customer master to domain objects. */
final class CustomerRowMapper {

    private final MessageJson json;

    CustomerRowMapper(MessageJson json) {
        this.json = json;
    }

    /** Without addresses and contacts, which are read separately. */
    MasterCustomer customer(ResultSet row) throws SQLException {
        var content = new CustomerContent(
                profile(row),
                List.of(),
                List.of(),
                List.of((String[]) row.getArray("affiliations").getArray()),
                object(row, "attributes"),
                identity(row));
        return new MasterCustomer(
                row.getObject("async_customer_id", UUID.class),
                row.getString("account_number"),
                row.getLong("version"),
                origin(row),
                content,
                applied(row),
                row.getString("unchanged_since"),
                changedAt(row),
                object(row, "financial_dimensions"),
                List.of((UUID[]) row.getArray("aliases").getArray()),
                row.getBoolean("blocked"),
                unapplied(row),
                instant(row, "erased_at"));
    }

    static MasterCustomer withParts(MasterCustomer it, List<Address> addresses, List<Contact> contacts) {
        CustomerContent content = it.content();
        return new MasterCustomer(
                it.asyncCustomerId(),
                it.accountNumber(),
                it.version(),
                it.origin(),
                new CustomerContent(
                        content.profile(),
                        addresses,
                        contacts,
                        content.affiliations(),
                        content.attributes(),
                        content.externalIdentity()),
                it.appliedOperations(),
                it.unchangedSince(),
                it.changedAt(),
                it.financialDimensions(),
                it.aliases(),
                it.blocked(),
                it.unapplied(),
                it.erasedAt());
    }

    Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getObject("address_id", UUID.class),
                row.getString("name"),
                AddressPurpose.valueOf(row.getString("purpose")),
                row.getString("street"),
                row.getString("street_number"),
                row.getString("building_complement"),
                row.getString("post_box"),
                row.getString("district"),
                row.getString("city"),
                row.getString("county"),
                row.getString("state"),
                row.getString("zip_code"),
                row.getString("country"),
                row.getString("phone"),
                row.getString("email"),
                row.getBoolean("is_primary"));
    }

    Contact contact(ResultSet row) throws SQLException {
        Timestamp consent = row.getTimestamp("consent_at");
        return new Contact(
                row.getObject("contact_id", UUID.class),
                ContactType.valueOf(row.getString("type")),
                row.getString("value"),
                row.getBoolean("marketing_consent"),
                row.getBoolean("is_primary"),
                consent == null ? null : consent.toInstant(),
                row.getString("consent_source"),
                row.getString("consent_text"));
    }

    private static CustomerProfile profile(ResultSet row) throws SQLException {
        String receipt = row.getString("receipt_option");
        return new CustomerProfile(
                CustomerType.valueOf(row.getString("type")),
                row.getString("title"),
                row.getString("first_name"),
                row.getString("middle_name"),
                row.getString("last_name"),
                row.getString("organization_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"),
                row.getString("currency_code"),
                row.getString("customer_group"),
                receipt == null ? null : ReceiptOption.valueOf(receipt),
                row.getString("receipt_email"),
                row.getString("mobile"),
                row.getString("url"),
                row.getString("vat_number"),
                row.getString("invoice_account"),
                row.getObject("opt_out_personalization", Boolean.class),
                row.getObject("opt_out_web_activity_tracking", Boolean.class));
    }

    private static CreationInfo origin(ResultSet row) throws SQLException {
        String reason = row.getString("async_reason");
        return new CreationInfo(
                row.getString("created_in_channel"),
                row.getString("created_in_channel_database"),
                CreationMode.valueOf(row.getString("creation_mode")),
                reason == null ? null : AsyncReason.valueOf(reason),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "uploaded_at"),
                instant(row, "staged_at"),
                instant(row, "converted_at"));
    }

    private static @Nullable ExternalIdentity identity(ResultSet row) throws SQLException {
        String issuer = row.getString("identity_issuer");
        return issuer == null ? null : new ExternalIdentity(issuer, row.getString("identity_subject"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private Map<String, Integer> applied(ResultSet row) throws SQLException {
        var applied = new HashMap<String, Integer>();
        object(row, "applied_operations").forEach((name, number) -> applied.put(name, ((Number) number).intValue()));
        return applied;
    }

    private UnappliedOperations unapplied(ResultSet row) throws SQLException {
        String text = row.getString("unapplied");
        return text == null ? UnappliedOperations.NONE : json.read(text, UnappliedOperations.class);
    }

    private Map<String, Instant> changedAt(ResultSet row) throws SQLException {
        var changed = new HashMap<String, Instant>();
        object(row, "changed_at").forEach((name, at) -> changed.put(name, Instant.parse(at.toString())));
        return changed;
    }

    @SuppressWarnings("unchecked") // The column contains a JSON object.
    private Map<String, Object> object(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text.equals("{}") ? Map.of() : json.read(text, Map.class);
    }
}
