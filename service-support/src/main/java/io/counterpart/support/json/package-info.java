/** JSON as the contract between the services has it. */
@NullMarked
package io.counterpart.support.json;

import org.jspecify.annotations.NullMarked;
