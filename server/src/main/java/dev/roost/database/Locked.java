package dev.roost.database;

/** What a statement does about rows that another transaction holds a lock of. */
public enum Locked {

    /** It waits until that transaction has ended, and goes by what it leaves. */
    WAIT(""),

    /** It goes on without them. */
    SKIP("SKIP LOCKED");

    private final String sql;

    Locked(String sql) {
        this.sql = sql;
    }

    /** Returns what stands behind the name of the lock. */
    public String sql() {
        return sql;
    }
}
