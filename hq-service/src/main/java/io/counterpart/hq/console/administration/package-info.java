/** Features, profiles, channels, groups, number sequences, tokens and users. */
@NullMarked
package io.counterpart.hq.console.administration;

import org.jspecify.annotations.NullMarked;
