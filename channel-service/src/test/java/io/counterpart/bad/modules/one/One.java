package io.counterpart.bad.modules.one;

import io.counterpart.bad.modules.two.Two;

/** Uses another module all the same. */
public record One(Two two) {}
