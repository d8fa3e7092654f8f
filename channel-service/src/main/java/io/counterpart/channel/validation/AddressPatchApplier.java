package io.counterpart.channel.validation;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.validation.CustomerEntry.AddressEntry;
import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.Limits;
import io.counterpart.support.problem.FieldErrors;

/** Applies a patch to an address; only the fields in the patch are validated. */
final class AddressPatchApplier {

    private final TextNormalizer texts;
    private final Address before;
    private final MergePatch<AddressEntry> patch;

    AddressPatchApplier(FieldErrors faults, Address before, MergePatch<AddressEntry> patch) {
        this.texts = new TextNormalizer(faults);
        this.before = before;
        this.patch = patch;
    }

    Address edited() {
        AddressEntry now = patch.values();
        return new Address(
                before.id(),
                text("name", before.name(), now.name(), Limits.ADDRESS_NAME),
                purpose(),
                text("street", before.street(), now.street(), Limits.STREET),
                text("streetNumber", before.streetNumber(), now.streetNumber(), Limits.STREET_NUMBER),
                text(
                        "buildingComplement",
                        before.buildingComplement(),
                        now.buildingComplement(),
                        Limits.BUILDING_COMPLEMENT),
                text("postBox", before.postBox(), now.postBox(), Limits.POST_BOX),
                text("district", before.district(), now.district(), Limits.DISTRICT),
                text("city", before.city(), now.city(), Limits.CITY),
                text("county", before.county(), now.county(), Limits.COUNTY),
                text("state", before.state(), now.state(), Limits.STATE),
                text("zipCode", before.zipCode(), now.zipCode(), Limits.ZIP_CODE),
                merged("country", before.country(), it -> texts.country("/country", it.country())),
                merged("phone", before.phone(), it -> texts.phone("/phone", it.phone())),
                merged("email", before.email(), it -> texts.email("/email", it.email())),
                Boolean.TRUE.equals(patch.merged("primary", before.primary(), AddressEntry::primary)));
    }

    private AddressPurpose purpose() {
        AddressPurpose purpose = patch.merged("purpose", before.purpose(), AddressEntry::purpose);
        return purpose == null ? AddressPurpose.NONE : purpose;
    }

    private @Nullable String text(String field, @Nullable String was, @Nullable String now, int longest) {
        return merged(field, was, values -> texts.text("/" + field, now, longest));
    }

    private @Nullable String merged(
            String field, @Nullable String was, Function<AddressEntry, @Nullable String> checked) {
        return patch.merged(field, was, checked);
    }
}
