/** Checks the manifests of the directory kubernetes against the models of its resources and the applications. */
@NullMarked
package io.counterpart.endtoend.kubernetes;

import org.jspecify.annotations.NullMarked;
