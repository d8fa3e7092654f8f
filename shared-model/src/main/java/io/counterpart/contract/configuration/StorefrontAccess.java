package io.counterpart.contract.configuration;

/** What the token of a storefront may do. */
public enum StorefrontAccess {
    /** Search, read and edit every customer: for call centers and trusted back ends. */
    FULL,
    /** Sign customers in; each of them then reads and edits only itself, with a token of its own. */
    SIGN_IN_ONLY
}
