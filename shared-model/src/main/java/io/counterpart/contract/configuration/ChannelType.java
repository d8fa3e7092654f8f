package io.counterpart.contract.configuration;

/** The kinds of channels. */
public enum ChannelType {
    STORE,
    ONLINE_STORE,
    CALL_CENTER
}
