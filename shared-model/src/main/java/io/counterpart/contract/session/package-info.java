/** Channels to HQ: upload and download sessions, heartbeats and reports of customers (topic cdx.sessions). */
@NullMarked
package io.counterpart.contract.session;

import org.jspecify.annotations.NullMarked;
