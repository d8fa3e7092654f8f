/** The authorization table: who may call which endpoint, as declared, as documented and as the running service answers. */
@NullMarked
package io.counterpart.testsupport.authorization;

import org.jspecify.annotations.NullMarked;
