package io.counterpart.channel.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;

/** Stores enums of the contract by name, since the contract does not depend on JPA. */
abstract class EnumAttributeConverter<E extends Enum<E>> implements AttributeConverter<E, String> {

    private final Class<E> type;

    EnumAttributeConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable E value) {
        return value == null ? null : value.name();
    }

    @Override
    public @Nullable E convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : Enum.valueOf(type, column);
    }

    /** {@code type} of a customer. */
    @Converter(autoApply = true)
    static class CustomerTypeConverter extends EnumAttributeConverter<CustomerType> {
        CustomerTypeConverter() {
            super(CustomerType.class);
        }
    }

    /** {@code receipt_option}. */
    @Converter(autoApply = true)
    static class ReceiptOptionConverter extends EnumAttributeConverter<ReceiptOption> {
        ReceiptOptionConverter() {
            super(ReceiptOption.class);
        }
    }

    /** {@code purpose} of an address. */
    @Converter(autoApply = true)
    static class AddressPurposeConverter extends EnumAttributeConverter<AddressPurpose> {
        AddressPurposeConverter() {
            super(AddressPurpose.class);
        }
    }

    /** {@code type} of a contact. */
    @Converter(autoApply = true)
    static class ContactTypeConverter extends EnumAttributeConverter<ContactType> {
        ContactTypeConverter() {
            super(ContactType.class);
        }
    }
}
