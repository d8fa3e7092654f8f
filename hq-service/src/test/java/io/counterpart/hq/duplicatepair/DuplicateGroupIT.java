package io.counterpart.hq.duplicatepair;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.search.DuplicateReason;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests with groups from four members on. */
@HqManualContext
class DuplicateGroupIT extends DuplicatePairSupport {

    @Autowired
    DuplicateGroupRepository groups;

    @Test
    void asManyAsAGroupMayHaveArePairs() {
        convert(withMail("Ann"), withMail("Bob"), withMail("Cid"));

        pass();

        assertThat(pairs()).containsExactly("90 EMAIL OPEN", "90 EMAIL OPEN", "90 EMAIL OPEN");
        assertThat(groups.largest()).isEmpty();
    }

    @Test
    void oneMoreMakesThemAGroupInsteadOfPairs() {
        convert(withMail("Ann"), withMail("Bob"), withMail("Cid"));
        pass();
        convert(withMail("Dan"), withMail("Eve"));
        pass();

        assertThat(pairs()).containsExactly("90 EMAIL GONE", "90 EMAIL GONE", "90 EMAIL GONE");
        assertThat(groups.largest()).singleElement().satisfies(group -> {
            assertThat(group.reason()).isEqualTo(DuplicateReason.EMAIL);
            assertThat(group.members()).isEqualTo(5);
            assertThat(group.value()).isEqualTo("office@example.com");
        });
    }

    @Test
    void aGroupThatShrinksBecomesPairs() {
        var ann = withMail("Ann");
        convert(ann, withMail("Bob"), withMail("Cid"), withMail("Dan"));
        pass();
        assertThat(pairs()).isEmpty();
        assertThat(work.count("duplicate_group")).isOne();

        changeEmail(ann.asyncCustomerId(), 2, "office@example.com", "ann@example.com");
        pass();

        assertThat(pairs()).containsExactly("90 EMAIL OPEN", "90 EMAIL OPEN", "90 EMAIL OPEN");
        assertThat(work.count("duplicate_group")).isZero();
    }

    @Test
    void membersOfAGroupAreComparedByWhatElseTheyShare() {
        convert(
                person("Ann", null, "555 0100", "98101"),
                person("Ann", null, "555 0100", "98101"),
                person("Bob", null, "555 0100"),
                person("Cid", null, "555 0100"));

        pass();

        assertThat(pairs()).containsExactly("95 PHONE,NAME_AND_POSTCODE OPEN");
        assertThat(groups.largest()).extracting(DuplicateGroup::members).containsExactly(4L);
    }

    private static CustomerOperation withMail(String firstName) {
        return person(firstName, "office@example.com", null);
    }
}
