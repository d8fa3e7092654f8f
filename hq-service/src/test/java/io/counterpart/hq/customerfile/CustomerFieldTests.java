package io.counterpart.hq.customerfile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.contract.Address;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.hq.messaging.MessageJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomerFieldTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final UUID ID = new UUID(1, 2);

    @ParameterizedTest
    @CsvSource({
        "Customer No., accountNumber",
        "CUSTOMER_NUMBER, accountNumber",
        "First name, firstName",
        "E-Mail, email",
        "Surname, lastName",
        "Company, organizationName",
        "Mobile phone, mobile",
        "Website, url",
        "VAT number, vatNumber",
        "Bill-to account, invoiceAccount",
        "ZIP code, address1.zipCode",
        "address2_city, address2.city",
        "Address 3 postal code, address3.zipCode",
        "contact1.value, contact1.value",
        "attribute.Shoe size, attribute.Shoe size",
        "external identity subject, externalIdentity.subject"
    })
    void guessesTheFieldOfAColumn(String column, String field) {
        assertThat(CustomerField.guess(List.of(column))).containsExactly(Map.entry(column, field));
    }

    @Test
    void guessesEachFieldOnceAndPrefersItsName() {
        assertThat(CustomerField.guess(List.of("Mail", "email", "E-mail", "Remarks")))
                .containsExactly(Map.entry("email", "email"));
    }

    @ParameterizedTest
    @CsvSource({"address0.city", "address51.city", "address1.colour", "contact1.street", "attribute.", "emails", "id"})
    void knowsWhatIsNoField(String name) {
        assertThat(CustomerField.isOne(name)).isFalse();
    }

    @Test
    void everyChoiceIsAField() {
        assertThat(CustomerField.choices()).allMatch(CustomerField::isOne);
    }

    @Test
    void aMarkedAddressIsTheOnlyPrimaryOne() {
        ImportedCustomer customer = read(
                Map.of(),
                "accountNumber=A1",
                "lastName=Lee",
                "address1.city=Oslo",
                "address2.city=Rome",
                "address2.primary=true");

        assertThat(customer.content().addresses()).extracting(Address::primary).containsExactly(false, true);
    }

    @Test
    void buildsACustomerOfCells() {
        ImportedCustomer customer = read(
                Map.of(
                        "attribute.size",
                        new AttributeDefinition(
                                "size", AttributeDefinition.Type.INTEGER, List.of(), null, null, null, false)),
                "accountNumber=A1",
                "organizationName= Acme ",
                "phone='+47 1",
                "affiliations=VIP| Staff",
                "attribute.colour=red",
                "address1.city=Oslo",
                "address2.city=Rome",
                "address2.purpose=remit to",
                "contact1.value=x@example.com",
                "contact1.marketingConsent=Yes",
                "contact2.type=PHONE",
                "blocked=1",
                "createdAt=2020-02-29");

        CustomerContent content = customer.content();
        assertThat(content.profile().type()).isEqualTo(CustomerType.ORGANIZATION);
        assertThat(content.profile().organizationName()).isEqualTo("Acme");
        assertThat(content.profile().phone()).isEqualTo("+47 1");
        assertThat(content.affiliations()).containsExactly("VIP", "Staff");
        assertThat(content.attributes()).isEqualTo(Map.of("colour", "red"));
        assertThat(content.addresses()).extracting(Address::primary).containsExactly(true, false);
        assertThat(content.contacts()).singleElement().satisfies(contact -> {
            assertThat(contact.type()).isEqualTo(ContactType.EMAIL);
            assertThat(contact.marketingConsent()).isTrue();
        });
        assertThat(customer.blocked()).isTrue();
        assertThat(customer.createdAt()).isEqualTo(Instant.parse("2020-02-29T00:00:00Z"));
        assertThat(customer.asyncCustomerId()).isEqualTo(ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lastName=Lee | accountNumber",
                "accountNumber=A/1 | accountNumber",
                "accountNumber=A%1 | accountNumber",
                "accountNumber=.. | accountNumber",
                "accountNumber=A1;type=ROBOT | type",
                "accountNumber=A1;createdAt=yesterday | createdAt",
                "accountNumber=A1;createdAt=2999-01-01 | createdAt",
                "accountNumber=A1;createdAt=0001-01-01 | createdAt",
                "accountNumber=A1;blocked=perhaps | blocked",
                "accountNumber=A1;asyncCustomerId=7 | asyncCustomerId",
                "accountNumber=A1;attributes=[1] | attributes",
                "accountNumber=A1;externalIdentity.issuer=x | externalIdentity.subject"
            })
    void namesTheFieldThatCannotBeRead(String cells, String field) {
        assertThatThrownBy(() -> read(Map.of(), cells.split(";")))
                .isInstanceOfSatisfying(
                        RowRejectedException.class,
                        e -> assertThat(e.at(1, null).field()).isEqualTo(field));
    }

    private static ImportedCustomer read(Map<String, AttributeDefinition> definitions, String... cells) {
        List<String> columns = Arrays.stream(cells)
                .map(cell -> cell.substring(0, cell.indexOf('=')))
                .toList();
        var row = new FileRecord(
                2,
                Arrays.stream(cells)
                        .map(cell -> cell.substring(cell.indexOf('=') + 1))
                        .toList());
        return new CustomerRowReader(
                        FileFormat.CSV, columns, CustomerField.guess(columns), definitions, new MessageJson())
                .read(row, ID, NOW);
    }
}
