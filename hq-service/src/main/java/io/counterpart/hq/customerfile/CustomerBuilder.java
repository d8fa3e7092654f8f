package io.counterpart.hq.customerfile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.Limits;
import io.counterpart.contract.ReceiptOption;

/** Builds the customer of one record. */
final class CustomerBuilder {

    // Other characters cannot be part of the address of a customer's page.
    private static final Pattern NUMBER = Pattern.compile("(?!\\.{1,2}$)[^\\s/\\\\;%?#]+( [^\\s/\\\\;%?#]+)*");

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final RowFields fields;
    private final AttributeReader attributes;

    CustomerBuilder(RowFields fields, AttributeReader attributes) {
        this.fields = fields;
        this.attributes = attributes;
    }

    /** @param generated the ID of a customer that brings none */
    ImportedCustomer build(long line, UUID generated, Instant now) {
        UUID given = fields.uuid(CustomerField.ID);
        UUID id = given == null ? generated : given;
        Instant created = Objects.requireNonNullElse(fields.time("createdAt"), now);
        if (created.isAfter(now) || created.isBefore(EARLIEST)) {
            throw new RowRejectedException(
                    "createdAt", "out-of-range", "The creation must be after 1900 and not in the future.");
        }
        return new ImportedCustomer(
                line, number(), given, id, fields.text("channel"), created, fields.flag("blocked"), content(id));
    }

    private String number() {
        String number = fields.text(CustomerField.ACCOUNT_NUMBER);
        if (number == null) {
            throw new RowRejectedException(CustomerField.ACCOUNT_NUMBER, "required", "The account number is missing.");
        }
        if (number.length() > Limits.ACCOUNT_NUMBER || !NUMBER.matcher(number).matches()) {
            throw new RowRejectedException(
                    CustomerField.ACCOUNT_NUMBER,
                    "invalid-account-number",
                    "An account number has at most %d characters and none of / \\ ; %% ? #"
                            .formatted(Limits.ACCOUNT_NUMBER));
        }
        return number;
    }

    private CustomerContent content(UUID id) {
        return new CustomerContent(
                profile(),
                addresses(id),
                contacts(id),
                fields.list("affiliations", "|"),
                attributes.of(fields),
                identity());
    }

    private CustomerProfile profile() {
        CustomerType type = fields.choice("type", CustomerType.class);
        boolean organization = type == null && fields.has("organizationName") && !fields.has("lastName");
        return new CustomerProfile(
                type == null ? (organization ? CustomerType.ORGANIZATION : CustomerType.PERSON) : type,
                fields.text("title"),
                fields.text("firstName"),
                fields.text("middleName"),
                fields.text("lastName"),
                fields.text("organizationName"),
                fields.text("email"),
                fields.text("phone"),
                fields.text("language"),
                fields.text("currencyCode"),
                fields.text("customerGroup"),
                fields.choice("receiptOption", ReceiptOption.class),
                fields.text("receiptEmail"),
                fields.text("mobile"),
                fields.text("url"),
                fields.text("vatNumber"),
                fields.text("invoiceAccount"),
                fields.choice("optOutPersonalization"),
                fields.choice("optOutWebActivityTracking"));
    }

    private List<Address> addresses(UUID id) {
        var addresses = new ArrayList<Address>();
        for (int number : numbers("address")) {
            String prefix = "address" + number + ".";
            addresses.add(address(prefix, id));
        }
        return addresses;
    }

    private Address address(String prefix, UUID customer) {
        return new Address(
                partId(prefix, customer),
                fields.text(prefix + "name"),
                Objects.requireNonNullElse(
                        fields.choice(prefix + "purpose", AddressPurpose.class), AddressPurpose.HOME),
                fields.text(prefix + "street"),
                fields.text(prefix + "streetNumber"),
                fields.text(prefix + "buildingComplement"),
                fields.text(prefix + "postBox"),
                fields.text(prefix + "district"),
                fields.text(prefix + "city"),
                fields.text(prefix + "county"),
                fields.text(prefix + "state"),
                fields.text(prefix + "zipCode"),
                fields.text(prefix + "country"),
                fields.text(prefix + "phone"),
                fields.text(prefix + "email"),
                isPrimary(prefix));
    }

    // Without any mark the first address is primary.
    private boolean isPrimary(String prefix) {
        boolean marked =
                fields.names().stream().anyMatch(name -> name.startsWith("address") && name.endsWith(".primary"));
        return marked ? fields.flag(prefix + "primary") : prefix.equals("address1.");
    }

    private List<Contact> contacts(UUID id) {
        var contacts = new ArrayList<Contact>();
        for (int number : numbers("contact")) {
            String prefix = "contact" + number + ".";
            String value = fields.text(prefix + "value");
            // A file with columns for two contacts has customers with one.
            if (value != null) {
                contacts.add(contact(prefix, value, id));
            }
        }
        return contacts;
    }

    private Contact contact(String prefix, String value, UUID customer) {
        ContactType type = fields.choice(prefix + "type", ContactType.class);
        return new Contact(
                partId(prefix, customer),
                type == null ? (value.contains("@") ? ContactType.EMAIL : ContactType.PHONE) : type,
                value,
                fields.flag(prefix + "marketingConsent"),
                fields.flag(prefix + "primary"));
    }

    private UUID partId(String prefix, UUID customer) {
        UUID given = fields.uuid(prefix + "id");
        return given == null
                ? UUID.nameUUIDFromBytes((customer + "/" + prefix).getBytes(StandardCharsets.UTF_8))
                : given;
    }

    private Set<Integer> numbers(String part) {
        var numbers = new TreeSet<Integer>();
        for (String name : fields.names()) {
            int dot = name.indexOf('.');
            // The mark of a primary part says nothing without a value.
            if (dot > part.length() && name.startsWith(part) && !name.endsWith(".primary")) {
                numbers.add(Integer.parseInt(name.substring(part.length(), dot)));
            }
        }
        return numbers;
    }

    private @Nullable ExternalIdentity identity() {
        String issuer = fields.text("externalIdentity.issuer");
        String subject = fields.text("externalIdentity.subject");
        if (issuer == null && subject == null) {
            return null;
        }
        if (issuer == null || subject == null) {
            throw new RowRejectedException(
                    issuer == null ? "externalIdentity.issuer" : "externalIdentity.subject",
                    "required",
                    "A sign-in has an issuer and a subject.");
        }
        return new ExternalIdentity(issuer, subject);
    }
}
