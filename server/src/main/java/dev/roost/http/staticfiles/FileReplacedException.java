package dev.roost.http.staticfiles;

/** A file was replaced between being looked at and being opened: what is known of it is not true any more. */
final class FileReplacedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileReplacedException() {
        super("a file was replaced while it was being opened");
    }
}
