package dev.roost.product;

import dev.roost.account.Accounts;
import dev.roost.account.Caller;
import dev.roost.database.BatchLoader;
import dev.roost.database.BatchLoaders;
import dev.roost.http.EntityTags;
import dev.roost.http.problem.ApiException;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of the catalogue: anybody with an account reads it, and only its owner changes a product. */
@Singleton
class ProductService {

    private static final long NO_VERSION = 0;

    private final ProductRepository products;
    private final Accounts accounts;
    private final Validator validator;

    private final BatchLoader<Long, Product> rows;

    ProductService(ProductRepository products, Accounts accounts, Validator validator, BatchLoaders loaders) {
        this.products = products;
        this.rows = loaders.ofRows(this::find);
        this.accounts = accounts;
        this.validator = validator;
    }

    Product create(Caller caller, String name, @Nullable String description, BigDecimal price, int stock) {
        Product product = products.insert(caller.id(), name, description, price, stock);
        if (product == null) {
            throw Accounts.gone();
        }
        return product;
    }

    /** Finds a product and makes an answer of it. */
    <T> CompletableFuture<T> find(long id, Function<Product, T> answer) {
        return rows.load(id, product -> {
            if (product == null) {
                throw notFound(id);
            }
            return answer.apply(product);
        });
    }

    private Map<Long, Product> find(Set<Long> ids) {
        return products.find(ids.stream().mapToLong(Long::longValue).toArray()).stream()
                .collect(Collectors.toMap(Product::id, Function.identity()));
    }

    /** Changes a product by a statement that also decides whose it is, and whether it still is the version that is meant. */
    Product update(long id, Caller caller, EntityTags ifMatch, ProductPatch patch) {
        requireValid(id, caller, patch);
        Product product = products.update(
                id,
                caller.id(),
                version(id, ifMatch),
                patch.name().orNull(),
                patch.description().isPresent(),
                patch.description().orNull(),
                patch.price().orNull(),
                patch.stock().orNull());
        if (product == null) {
            throw refusal(id, caller);
        }
        return product;
    }

    void delete(long id, Caller caller, EntityTags ifMatch) {
        if (products.delete(id, caller.id(), version(id, ifMatch)) == 0) {
            throw refusal(id, caller);
        }
    }

    /** Returns the version that a change is meant for; null for any, and one that no product has where it is not this one. */
    private @Nullable Long version(long id, EntityTags ifMatch) {
        if (ifMatch.isAny()) {
            return null;
        }
        Product product = products.find(id);
        return product != null && ifMatch.containStrongly(product.entityTag()) ? product.version() : NO_VERSION;
    }

    /** Who does not own the product learns that, and not what is wrong with the patch. */
    private void requireValid(long id, Caller caller, ProductPatch patch) {
        Set<ConstraintViolation<ProductPatch>> violations = validator.validate(patch);
        if (patch.isEmpty() || !violations.isEmpty()) {
            Product product = products.find(id);
            if (product == null || product.userId() != caller.id()) {
                throw refusal(id, caller);
            }
            throw patch.isEmpty()
                    ? ApiException.invalid("", "at least one of name, description, price and stock must be given")
                    : ApiException.invalid(violations);
        }
    }

    /** Tells why the caller cannot change a product: no such account, no such product, another's, or another version. */
    private ApiException refusal(long id, Caller caller) {
        accounts.requireExisting(caller);
        Product product = products.find(id);
        if (product == null) {
            return notFound(id);
        }
        return product.userId() == caller.id()
                ? ApiException.preconditionFailed("product %d has changed since".formatted(id))
                : ApiException.forbidden("product %d belongs to another account".formatted(id));
    }

    private static ApiException notFound(long id) {
        return ApiException.notFound("product %d does not exist".formatted(id));
    }
}
