/** The JSON format of the contract between the services. */
@NullMarked
package io.counterpart.support.json;

import org.jspecify.annotations.NullMarked;
