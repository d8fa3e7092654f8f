package io.counterpart.contract;

/** Why a customer was created without a call to HQ. */
public enum AsyncReason {
    /** The functionality profile of the channel requires async mode. */
    FUNCTIONALITY_PROFILE,
    /** The till had no connection to its channel. */
    POS_OFFLINE,
    /** HQ could not be reached, or did not respond in time. */
    REALTIME_SERVICE_UNREACHABLE
}
