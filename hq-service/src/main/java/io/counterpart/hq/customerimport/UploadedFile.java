package io.counterpart.hq.customerimport;

import java.util.List;

/** What is known of a file after its upload; {@code bytes} and {@code sha256} are those of the expanded content. */
record UploadedFile(List<String> columns, long records, long bytes, String sha256) {}
