package io.counterpart.bad.modules.one;

import io.counterpart.bad.modules.two.Two;

/** Uses another module although it may not. */
public record One(Two two) {}
