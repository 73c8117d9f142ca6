package dev.roost.http.staticfiles;

import java.io.IOException;
import java.io.InputStream;

/** A range of a file, exactly as long as it was announced: where the file has become shorter, reading it fails. */
final class RangeInputStream extends InputStream {

    private final InputStream file;
    private long remaining;

    RangeInputStream(InputStream file, ByteRange range) throws IOException {
        this.file = file;
        this.remaining = range.length();
        try {
            file.skipNBytes(range.start());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Returns how many bytes are still to be read. */
    long remaining() {
        return remaining;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (remaining == 0) {
            return -1;
        }
        int read = file.read(bytes, offset, (int) Math.min(length, remaining));
        if (read < 0) {
            throw new FileShortenedException();
        }
        remaining -= read;
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
