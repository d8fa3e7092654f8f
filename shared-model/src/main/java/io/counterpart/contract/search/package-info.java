/** How people find customers: the terms that a customer is indexed by, and the query made of what was typed. */
@NullMarked
package io.counterpart.contract.search;

import org.jspecify.annotations.NullMarked;
