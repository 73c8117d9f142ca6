package dev.roost.http.staticfiles;

import java.io.EOFException;

/** A file became shorter while it was sent. It has no stack trace, which Micronaut would log each time. */
final class FileShortenedException extends EOFException {

    private static final long serialVersionUID = 1L;

    FileShortenedException() {
        super("a file became shorter while it was sent");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
