package io.counterpart.bad.modules;

/** An application whose modules do not keep to their borders. */
public class BadApplication {}
