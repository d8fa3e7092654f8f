/** Certificates that tests make themselves, with the {@code keytool} of the JDK. */
@NullMarked
package io.counterpart.testsupport.certificate;

import org.jspecify.annotations.NullMarked;
