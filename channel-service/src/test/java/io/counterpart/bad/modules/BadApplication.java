package io.counterpart.bad.modules;

/** An application whose modules violate their boundaries. */
public class BadApplication {}
