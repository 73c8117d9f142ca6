/** Examples of using the Roost client, as a module of its own. */
module com.example.shop {
    requires dev.roost.client;
}
