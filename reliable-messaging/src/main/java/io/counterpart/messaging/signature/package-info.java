/** Signatures of records: HMAC with the key of one sender, and Ed25519 for records that everybody reads. */
@NullMarked
package io.counterpart.messaging.signature;

import org.jspecify.annotations.NullMarked;
