/** A stand-in identity provider: OpenID Connect with accounts that people register themselves, and no real mail. */
@NullMarked
package io.counterpart.identity;

import org.jspecify.annotations.NullMarked;
