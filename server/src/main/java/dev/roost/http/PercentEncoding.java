package dev.roost.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as RFC 3986, section 2.1, has it, read strictly. */
public final class PercentEncoding {

    private PercentEncoding() {}

    /**
     * Returns what a part of a URI stands for.
     *
     * @throws IllegalArgumentException when it is not percent-encoded UTF-8
     */
    public static String decode(String text) {
        var bytes = new ByteArrayOutputStream();
        try {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c > 0x7F) {
                    throw new IllegalArgumentException("no character of a URI");
                }
                if (c == '%') {
                    bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                    i += 2;
                } else {
                    bytes.write(c);
                }
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not percent-encoded UTF-8", e);
        }
    }
}
