package io.counterpart.channel.security;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TokenRole;

/** What a caller is to this service. */
enum CallerRole {
    TILL,
    STOREFRONT,
    /** A storefront that may only sign customers in. */
    SIGN_IN_ONLY,
    /** A signed-in customer. */
    CUSTOMER,
    /** Known to HQ only: may do nothing here. */
    OTHER;

    static CallerRole of(TokenRole role, @Nullable StorefrontAccess access) {
        return switch (role) {
            case TILL -> TILL;
            case STOREFRONT -> access == StorefrontAccess.SIGN_IN_ONLY ? SIGN_IN_ONLY : STOREFRONT;
            case CHANNEL_DATABASE, HQ_API -> OTHER;
        };
    }
}
