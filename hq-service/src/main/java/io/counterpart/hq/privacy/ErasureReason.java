package io.counterpart.hq.privacy;

/** Why a customer is erased: a list, so that no personal data are entered as a reason. */
enum ErasureReason {
    /** The customer asked for it, GDPR Article 17. */
    CUSTOMER_REQUEST,
    /** The customer withdrew the consent. */
    CONSENT_WITHDRAWN,
    /** The data are no longer needed. */
    NO_LONGER_NEEDED,
    /** The data were collected unlawfully, for example without consent. */
    UNLAWFUL,
    /** A court or an authority ordered it. */
    LEGAL_OBLIGATION
}
