package io.counterpart.bad.modules.two;

/** Is used. */
public record Two(int value) {}
