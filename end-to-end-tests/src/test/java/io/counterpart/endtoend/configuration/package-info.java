/** Writes the reference of all settings from the records that declare them. */
@NullMarked
package io.counterpart.endtoend.configuration;

import org.jspecify.annotations.NullMarked;
