/**
 * The operation log and its relay: what a transaction appended is published after its commit, in order, by one owner at
 * a time.
 */
@NullMarked
package io.counterpart.messaging.log;

import org.jspecify.annotations.NullMarked;
