/** The search for customers: the terms that a customer is indexed by, and the query parsed from a search text. */
@NullMarked
package io.counterpart.contract.search;

import org.jspecify.annotations.NullMarked;
