package io.counterpart.contract.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;

/**
 * The keys by which customers are compared: email (case-insensitive), digits of the phone, external identity; and the
 * name, which alone is not sufficient. HQ decides by them, and a channel gives hints by them.
 */
public record MatchKeys(
        String kind,
        String name,
        String email,
        String phone,
        @Nullable ExternalIdentity identity) {

    /** Fewer digits do not identify a phone number. */
    private static final int SHORTEST_PHONE = 6;

    public static MatchKeys of(CustomerContent content) {
        return of(content.profile(), content.externalIdentity());
    }

    public static MatchKeys of(CustomerProfile profile, @Nullable ExternalIdentity identity) {
        String email = profile.email() == null ? "" : profile.email().strip().toLowerCase(Locale.ROOT);
        String phone = profile.phone() == null ? "" : Folding.digits(profile.phone());
        return new MatchKeys(
                profile.type().name(),
                Folding.fold(profile.displayName()).strip(),
                email,
                phone.length() < SHORTEST_PHONE ? "" : phone,
                identity);
    }

    /** The search terms that find all possible matches. */
    public static Set<String> terms(Collection<MatchKeys> all) {
        Set<String> terms = new LinkedHashSet<>();
        for (MatchKeys keys : all) {
            terms.add(keys.email);
            terms.add(keys.phone);
        }
        terms.remove("");
        return terms;
    }

    /** The search terms of the name; a customer with this name has all of them. */
    public Set<String> nameTerms() {
        Set<String> terms = new LinkedHashSet<>();
        SearchTerms.addWords(terms, name);
        return terms;
    }

    /** Whether both may be one customer: {@link #isCertainly}, or they share a phone. */
    public boolean mayBe(MatchKeys other) {
        return isCertainly(other) || (kind.equals(other.kind) && !phone.isEmpty() && phone.equals(other.phone));
    }

    /** Whether both have one sign-in, one email, or one phone and one name. */
    // A household shares a phone: it identifies a person only together with the name.
    public boolean isCertainly(MatchKeys other) {
        if (identity != null && identity.equals(other.identity)) {
            return true;
        }
        boolean sameEmail = !email.isEmpty() && email.equals(other.email);
        boolean samePhone = !phone.isEmpty() && phone.equals(other.phone) && name.equals(other.name);
        return kind.equals(other.kind) && (sameEmail || samePhone);
    }
}
