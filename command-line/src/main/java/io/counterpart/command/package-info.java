/** The command line for operators: what the pages of HQ do, for scripts and for people at a terminal. */
@NullMarked
package io.counterpart.command;

import org.jspecify.annotations.NullMarked;
