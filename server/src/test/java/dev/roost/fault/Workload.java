package dev.roost.fault;

import dev.roost.fault.Load.Kind;
import java.util.concurrent.ThreadLocalRandom;

/** What clients do all day: some read, some write, and some want nothing of the database. */
final class Workload {

    private Workload() {}

    /** Starts it. The clients pause between their requests, to leave the service something of the machine. */
    static Load start(int port, Ledger ledger, String token) {
        return new Load(port)
                .start(4, Kind.DATABASE, 5, connection -> ledger.createProduct(connection, token))
                .start(4, Kind.DATABASE, 5, connection -> ledger.createChirp(connection, token))
                .start(1, Kind.DATABASE, 300, ledger::register)
                .start(3, Kind.DATABASE, 5, connection -> connection.get("/api/v1/products?limit=5", token))
                .start(3, Kind.DATABASE, 5, connection -> connection.get("/api/chirps?limit=5", token))
                .start(3, Kind.DATABASE, 5, connection -> connection.get(anyPage(), null))
                .start(2, Kind.NO_DATABASE, 5, connection -> connection.get("/app/", null))
                .start(2, Kind.NO_DATABASE, 5, connection -> connection.get("/livez", null))
                .start(1, Kind.READINESS, 20, connection -> connection.get("/readyz", null));
    }

    /** Pages that few others ask for, so that each is a query. */
    private static String anyPage() {
        return "/api/chirps?limit=" + ThreadLocalRandom.current().nextInt(1, 1_000);
    }
}
