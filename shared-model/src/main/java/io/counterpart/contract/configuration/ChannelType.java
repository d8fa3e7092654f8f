package io.counterpart.contract.configuration;

/** The types of channels. */
public enum ChannelType {
    STORE,
    ONLINE_STORE,
    CALL_CENTER
}
