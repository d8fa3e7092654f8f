package io.counterpart.hq.duplicate;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.search.Folding;

/**
 * By what customers are compared: the email without regard to case, the digits of the phone, the identity; and the name,
 * which alone says nothing.
 */
record MatchKeys(
        String kind,
        String name,
        String email,
        String phone,
        @Nullable ExternalIdentity identity) {

    /** Fewer digits than these are no phone number that means somebody. */
    private static final int SHORTEST_PHONE = 6;

    static MatchKeys of(CustomerContent content) {
        return of(content.profile(), content.externalIdentity());
    }

    static MatchKeys of(CustomerProfile profile, @Nullable ExternalIdentity identity) {
        String email = profile.email() == null ? "" : profile.email().strip().toLowerCase(Locale.ROOT);
        String phone = profile.phone() == null ? "" : Folding.digits(profile.phone());
        return new MatchKeys(
                profile.type().name(),
                Folding.fold(profile.displayName()).strip(),
                email,
                phone.length() < SHORTEST_PHONE ? "" : phone,
                identity);
    }

    /** The terms by which the search finds everybody who may match. */
    static Set<String> terms(Collection<MatchKeys> all) {
        Set<String> terms = new LinkedHashSet<>();
        for (MatchKeys keys : all) {
            terms.add(keys.email);
            terms.add(keys.phone);
        }
        terms.remove("");
        return terms;
    }

    boolean mayBe(MatchKeys other) {
        return isCertainly(other) || (kind.equals(other.kind) && !phone.isEmpty() && phone.equals(other.phone));
    }

    // A household shares a phone: only with the same name it tells a person.
    boolean isCertainly(MatchKeys other) {
        if (identity != null && identity.equals(other.identity)) {
            return true;
        }
        boolean sameEmail = !email.isEmpty() && email.equals(other.email);
        boolean samePhone = !phone.isEmpty() && phone.equals(other.phone) && name.equals(other.name);
        return kind.equals(other.kind) && (sameEmail || samePhone);
    }
}
