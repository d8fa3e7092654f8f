package io.counterpart.testsupport.certificate;

import java.nio.file.Path;

/**
 * A certificate and its private key as PEM files.
 *
 * @param both one file with the key and the certificate
 */
public record IssuedCertificate(Path certificate, Path key, Path both) {}
