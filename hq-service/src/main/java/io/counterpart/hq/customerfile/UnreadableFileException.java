package io.counterpart.hq.customerfile;

import java.io.IOException;

/** The file is not what its form requires; the message says where and what to do. */
public class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }
}
