package io.counterpart.bad.modules.two;

/** Is used by another module. */
public record Two(int value) {}
