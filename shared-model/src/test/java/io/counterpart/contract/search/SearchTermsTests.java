package io.counterpart.contract.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTermsTests {

    @Test
    void foldsTheTermsOfTheName() {
        assertThat(SearchTerms.of(named("Łukasz", "O’Neil-Straße")))
                .containsExactly("lukasz", "oneil", "strasse", "neil");
    }

    @Test
    void indexesANameWithoutWhatIsBeforeItsApostrophe() {
        assertThat(SearchTerms.of(named("Ann", "D'Angelo-O'Brien")))
                .containsExactly("ann", "dangelo", "obrien", "angelo", "brien");
        assertThat(SearchTerms.of(named("Ann", "Lee's"))).containsExactly("ann", "lees");
    }

    @Property
    void splitsAtWhatIsNeitherLetterNorNumberNorApostrophe(@ForAll String text) {
        var words = new ArrayList<String>();

        SearchTerms.addWords(words, text);

        String plain = Folding.fold(text).replaceAll("['’`´]", "");
        assertThat(words)
                .isEqualTo(Stream.of(plain.split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    @Property
    void splitsNamesAtPunctuation(
            @ForAll @Chars({'a', 'É', '\'', '’', '´', '-', ' ', '½', 'Ⅷ', '７', 'ß', '漢'}) String text) {
        splitsAtWhatIsNeitherLetterNorNumberNorApostrophe(text);
    }

    @Test
    void keepsEmailsWholeAndLowerCase() {
        assertThat(SearchTerms.of(with(null, "Ann.Lee@Example.com", null))).contains("ann.lee@example.com");
    }

    @Test
    void indexesAPhoneByItsDigitsWithAndWithoutTheFirstOnes() {
        assertThat(SearchTerms.of(with("+1 (555) 010-0", null, null)))
                .containsExactly("lee", "15550100", "5550100", "550100");
    }

    @Test
    void indexesAShortPhoneAsItIs() {
        assertThat(SearchTerms.of(with("110", null, null))).containsExactly("lee", "110");
    }

    @Test
    void indexesSecondaryContacts() {
        var contact = new Contact(UUID.randomUUID(), ContactType.PHONE, "0171-123456", false, false);

        assertThat(SearchTerms.of(with(null, null, contact))).contains("0171123456", "123456");
    }

    @Test
    void hasNoTermTwice() {
        assertThat(SearchTerms.of(named("Lee", "Lee"))).containsExactly("lee");
    }

    @Test
    void aMobilePhoneIsFoundLikeAPhone() {
        var profile = new CustomerProfile(
                CustomerType.PERSON,
                null,
                null,
                null,
                "Lee",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "+1 555 0177",
                null,
                null,
                null,
                null,
                null);
        var content = new CustomerContent(profile, List.of(), List.of(), List.of(), Map.of(), null);

        assertThat(SearchTerms.of(content)).contains("15550177", "550177");
    }

    private static CustomerContent named(String first, String last) {
        return content(first, last, null, null, null);
    }

    private static CustomerContent with(@Nullable String phone, @Nullable String email, @Nullable Contact contact) {
        return content(null, "Lee", phone, email, contact);
    }

    private static CustomerContent content(
            @Nullable String first,
            String last,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Contact contact) {
        var profile = new CustomerProfile(
                CustomerType.PERSON, null, first, null, last, null, email, phone, null, null, null, null, null);
        return new CustomerContent(
                profile, List.of(), contact == null ? List.of() : List.of(contact), List.of(), Map.of(), null);
    }
}
