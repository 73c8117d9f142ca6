package dev.roost.product;

import dev.roost.account.Accounts;
import dev.roost.account.Caller;
import dev.roost.database.BatchLoader;
import dev.roost.database.BatchLoaders;
import dev.roost.database.BatchWriter;
import dev.roost.database.BlockingWork;
import dev.roost.database.Locked;
import dev.roost.http.EntityTags;
import dev.roost.http.problem.ApiException;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import java.util.List;
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

    /** A description of which a thousand words are to be indexed keeps those that are written with it waiting. */
    private static final int SHORT_DESCRIPTION = 1_000;

    private final ProductRepository products;
    private final ProductBatches batches;
    private final Accounts accounts;
    private final Validator validator;

    private final BlockingWork work;
    private final BatchLoader<Long, Product> rows;
    private final BatchWriter<ProductCreation, Product> creations;
    private final BatchWriter<ProductChange, Product> changes;

    ProductService(
            ProductRepository products,
            ProductBatches batches,
            Accounts accounts,
            Validator validator,
            BlockingWork work,
            BatchLoaders loaders) {
        this.products = products;
        this.batches = batches;
        this.accounts = accounts;
        this.validator = validator;
        this.work = work;
        this.rows = loaders.ofRows(this::find);
        this.creations = loaders.ofWrites(all -> batches.insert(all, Locked.SKIP), this::createAlone);
        this.changes = loaders.ofWrites(all -> batches.update(all, Locked.SKIP), this::updateAlone);
    }

    CompletableFuture<Product> create(ProductCreation creation) {
        return isShort(creation.description())
                ? creations.write(creation)
                : work.callForRequest(() -> createAlone(creation));
    }

    /** Creates a product on the calling thread, in its transaction. */
    Product createAlone(ProductCreation creation) {
        Product product = batches.insert(List.of(creation), Locked.WAIT).getFirst();
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
        return batches.find(ids.stream().mapToLong(Long::longValue).toArray()).stream()
                .collect(Collectors.toMap(Product::id, Function.identity()));
    }

    /** Changes a product; what may be refused, or takes long, does not go together with others. */
    CompletableFuture<Product> update(long id, Caller caller, EntityTags ifMatch, ProductPatch patch) {
        boolean isPlain = ifMatch.isAny()
                && !patch.isEmpty()
                && isShort(patch.description().orNull())
                && validator.validate(patch).isEmpty();
        return isPlain
                ? changes.write(new ProductChange(id, caller, null, patch))
                : work.callForRequest(() -> updateAlone(id, caller, ifMatch, patch));
    }

    /** Changes a product on the calling thread, in its transaction. */
    Product updateAlone(long id, Caller caller, EntityTags ifMatch, ProductPatch patch) {
        requireValid(id, caller, patch);
        return updateAlone(new ProductChange(id, caller, version(id, ifMatch), patch));
    }

    /** Changes a product by a statement that also decides whose it is, and whether it still is the version that is meant. */
    private Product updateAlone(ProductChange change) {
        Product product = batches.update(List.of(change), Locked.WAIT).getFirst();
        if (product == null) {
            throw refusal(change.id(), change.caller());
        }
        return product;
    }

    private static boolean isShort(@Nullable String description) {
        return description == null || description.length() <= SHORT_DESCRIPTION;
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
