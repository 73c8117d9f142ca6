package com.example.shop;

import dev.roost.client.RoostClient;
import dev.roost.client.TokenStore;
import dev.roost.client.UnauthenticatedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Keeps a session in a file, and goes on with it in a second client. The argument is the file. */
public final class Sessions {

    private Sessions() {}

    public static void main(String[] args) {
        Path file = Path.of(args.length > 0 ? args[0] : "session.properties");
        String email = UUID.randomUUID() + "@example.com";

        RoostClient first = resume(file);
        first.accounts().register(email, "correct horse battery");

        RoostClient second = resume(file); // as after a restart: no password
        long products = second.products().list().stream().count();
        System.out.println("resumed, with " + products + " products");

        RoostClient guest = first.withTokenStore(TokenStore.inMemory());
        guest.accounts().register("guest-" + email, "correct horse battery");
        guest.chirps().post("I am a guest.");
        guest.accounts().logOut();

        second.accounts().logOut();
        System.out.println("logged out, " + (Files.exists(file) ? "but the file is there" : "and the file is gone"));

        listProducts(first, email);
        System.out.println("logged in again");
        first.accounts().logOut();
    }

    private static RoostClient resume(Path file) {
        return RoostClient.builder()
                .fromEnv()
                .tokenStore(new FileTokenStore(file))
                .build();
    }

    private static void listProducts(RoostClient client, String email) {
        try {
            client.products().list().firstPage();
        } catch (UnauthenticatedException e) { // there is no session any more
            client.accounts().logIn(email, "correct horse battery");
            client.products().list().firstPage();
        }
    }
}
