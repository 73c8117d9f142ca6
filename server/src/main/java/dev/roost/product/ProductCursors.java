package dev.roost.product;

import dev.roost.http.problem.ApiException;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.beans.BeanIntrospection;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Makes cursors of places and places of cursors. A cursor is sealed for its filter and order with HMAC-SHA-256, so that
 * nobody can make one up or use it for another query.
 *
 * <p>Its bytes are those of the seal, of the product's id, and of its sort key in UTF-8.
 */
@Singleton
final class ProductCursors {

    /** The most characters of a cursor: in base64url, a seal, an id, and a name of four bytes a character. */
    static final int MAX_LENGTH = 1099;

    private static final int SEAL_BYTES = 16;
    private static final BeanIntrospection<ProductFilter> FILTER =
            BeanIntrospection.getIntrospection(ProductFilter.class);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKey key;

    /** The key is one of its own, derived from that of the access tokens (RFC 5869), which every replica has. */
    ProductCursors(@Property(name = "roost.access-token.secret") String secret) throws GeneralSecurityException {
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "HmacSHA256",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                .thenExpand("product cursors".getBytes(StandardCharsets.UTF_8), 32));
    }

    /** Returns the cursor of a place, in characters that are safe in a URI. */
    String seal(ProductPlace place, ProductFilter filter, ProductOrder order) {
        byte[] key = place.key().getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(Long.BYTES + key.length)
                .putLong(place.id())
                .put(key)
                .array();
        return ENCODER.encodeToString(ByteBuffer.allocate(SEAL_BYTES + content.length)
                .put(sealOf(content, filter, order))
                .put(content)
                .array());
    }

    /**
     * Reads what {@link #seal} wrote for the same filter and order.
     *
     * @throws ApiException 400 for anything else
     */
    ProductPlace open(String cursor, ProductFilter filter, ProductOrder order) {
        byte[] bytes = decode(cursor);
        if (bytes.length >= SEAL_BYTES + Long.BYTES) {
            byte[] content = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
            if (MessageDigest.isEqual(Arrays.copyOf(bytes, SEAL_BYTES), sealOf(content, filter, order))) {
                return new ProductPlace(
                        new String(content, Long.BYTES, content.length - Long.BYTES, StandardCharsets.UTF_8),
                        ByteBuffer.wrap(content).getLong());
            }
        }
        throw ApiException.malformed("cursor is none of this query's");
    }

    private byte[] sealOf(byte[] content, ProductFilter filter, ProductOrder order) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(query(filter, order).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(content), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Whatever a filter has goes in. No parameter holds U+0000, so every query has a text of its own. */
    private static String query(ProductFilter filter, ProductOrder order) {
        return Stream.concat(FILTER.getBeanProperties().stream().map(part -> part.get(filter)), Stream.of(order))
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining("\0", "", "\0"));
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
