package io.counterpart.contract;

/** Why a customer was created without HQ. */
public enum AsyncReason {
    /** The functionality profile of the channel says so. */
    FUNCTIONALITY_PROFILE,
    /** The till had no connection to its channel. */
    POS_OFFLINE,
    /** HQ could not be reached, or did not answer in time. */
    REALTIME_SERVICE_UNREACHABLE
}
