package dev.roost.admin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The table {@code visits}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VisitRepository extends GenericRepository<VisitTotal, Boolean> {

    @Query("""
            UPDATE visits
            SET total = total + :visits
            """)
    void add(long visits);

    @Query("""
            SELECT total
            FROM visits
            """)
    long total();

    @Query("""
            UPDATE visits
            SET total = 0
            """)
    void clear();
}
