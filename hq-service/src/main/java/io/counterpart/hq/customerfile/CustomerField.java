package io.counterpart.hq.customerfile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Limits;

/** The names of the fields of a customer in files, and which one the name of a column most likely means. */
public final class CustomerField {

    public static final String ACCOUNT_NUMBER = "accountNumber";
    static final String ID = "asyncCustomerId";

    static final List<String> PROFILE = List.of(
            "type",
            "title",
            "firstName",
            "middleName",
            "lastName",
            "organizationName",
            "email",
            "phone",
            "language",
            "currencyCode",
            "customerGroup",
            "receiptOption",
            "receiptEmail",
            "mobile",
            "url",
            "vatNumber",
            "invoiceAccount",
            "optOutPersonalization",
            "optOutWebActivityTracking");
    static final List<String> ADDRESS = List.of(
            "id",
            "name",
            "purpose",
            "street",
            "streetNumber",
            "buildingComplement",
            "postBox",
            "district",
            "city",
            "county",
            "state",
            "zipCode",
            "country",
            "phone",
            "email",
            "primary");
    static final List<String> CONTACT = List.of("id", "type", "value", "marketingConsent", "primary");
    static final List<String> OTHER = List.of(
            "affiliations",
            "attributes",
            "externalIdentity.issuer",
            "externalIdentity.subject",
            "channel",
            "createdAt",
            "blocked");

    private static final Pattern PART = Pattern.compile("(address|contact)([1-9][0-9]?)\\.(\\w+)");
    private static final Pattern GUESSED_PART = Pattern.compile("(address|contact)([0-9]{0,2})([a-z]+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\.(.{1," + Limits.ATTRIBUTE_NAME + "})");
    private static final Map<String, String> KNOWN = known();

    private CustomerField() {}

    public static boolean isOne(String name) {
        Matcher part = PART.matcher(name);
        if (part.matches()) {
            boolean address = part.group(1).equals("address");
            int most = address ? Limits.ADDRESSES : Limits.CONTACTS;
            return Integer.parseInt(part.group(2)) <= most && (address ? ADDRESS : CONTACT).contains(part.group(3));
        }
        return (KNOWN.containsValue(name) && !name.startsWith("address"))
                || ATTRIBUTE.matcher(name).matches();
    }

    /** The fields that most files need, for a list to choose from. */
    public static List<String> choices() {
        var choices = new LinkedHashSet<String>(List.of(ACCOUNT_NUMBER, ID));
        choices.addAll(PROFILE);
        ADDRESS.forEach(field -> choices.add("address1." + field));
        CONTACT.forEach(field -> choices.add("contact1." + field));
        CONTACT.forEach(field -> choices.add("contact2." + field));
        choices.addAll(OTHER);
        return List.copyOf(choices);
    }

    /** The most likely field of each column; columns that mean nothing known are omitted. */
    public static Map<String, String> guess(List<String> columns) {
        var guessed = new LinkedHashMap<String, String>();
        Set<String> taken = new LinkedHashSet<>();
        for (String column : columns) {
            if (isOne(column) && taken.add(column)) {
                guessed.put(column, column);
            }
        }
        for (String column : columns) {
            String field = guessed.containsKey(column) ? null : guess(column);
            if (field != null && taken.add(field)) {
                guessed.put(column, field);
            }
        }
        return guessed;
    }

    private static @Nullable String guess(String column) {
        String plain = plain(column);
        String known = KNOWN.get(plain);
        if (known != null) {
            return known;
        }
        Matcher part = GUESSED_PART.matcher(plain);
        if (!part.matches()) {
            return null;
        }
        String number = part.group(2).isEmpty() ? "1" : part.group(2);
        String named = KNOWN.get("address1" + part.group(3));
        String inside = named != null && part.group(1).equals("address")
                ? named.substring(named.indexOf('.') + 1)
                : CONTACT.stream()
                        .filter(it -> plain(it).equals(part.group(3)))
                        .findFirst()
                        .orElse("");
        String field = part.group(1) + number + "." + inside;
        return isOne(field) ? field : null;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Map<String, String> known() {
        var known = new LinkedHashMap<String, String>();
        known.put(plain(ACCOUNT_NUMBER), ACCOUNT_NUMBER);
        known.put(plain(ID), ID);
        PROFILE.forEach(field -> known.put(plain(field), field));
        OTHER.forEach(field -> known.put(plain(field), field));
        ADDRESS.forEach(field -> known.put("address1" + plain(field), "address1." + field));
        synonyms().forEach((field, names) -> {
            for (String name : names.split(" ", -1)) {
                known.putIfAbsent(name, field);
            }
        });
        return Map.copyOf(known);
    }

    private static Map<String, String> synonyms() {
        return Map.ofEntries(
                Map.entry(
                        ACCOUNT_NUMBER,
                        "accountno accountnum account customernumber customerno custno customer number"),
                Map.entry("title", "salutation"),
                Map.entry("firstName", "givenname forename first"),
                Map.entry("middleName", "middle"),
                Map.entry("lastName", "surname familyname last"),
                Map.entry("organizationName", "organization organisation organisationname company companyname"),
                Map.entry("email", "mail emailaddress"),
                Map.entry("phone", "telephone phonenumber"),
                Map.entry("mobile", "mobilephone cellularphone cellphone cell"),
                Map.entry("url", "website homepage web"),
                Map.entry("vatNumber", "vat vatnum vatid taxid vatregistrationnumber"),
                Map.entry("invoiceAccount", "invoiceto billto billtoaccount"),
                Map.entry("language", "languagecode lang"),
                Map.entry("currencyCode", "currency"),
                Map.entry("customerGroup", "group custgroup"),
                Map.entry("createdAt", "created createdon creationdate customersince"),
                Map.entry("channel", "store storeid homestore"),
                Map.entry("address1.street", "street streetname address address1line1"),
                Map.entry("address1.streetNumber", "streetnumber housenumber"),
                Map.entry("address1.city", "city town"),
                Map.entry("address1.state", "state region province address1region"),
                Map.entry("address1.county", "county"),
                Map.entry(
                        "address1.zipCode",
                        "zip zipcode postcode postalcode address1zip address1postcode address1postalcode"),
                Map.entry("address1.country", "country countrycode"),
                Map.entry("externalIdentity.issuer", "issuer"),
                Map.entry("externalIdentity.subject", "subject"));
    }
}
