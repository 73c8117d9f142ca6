/** The client of Roost, and the classes that are generated from its contract. */
// jackson-databind-nullable is an automatic module, and its type is in the models.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.roost.client {
    exports dev.roost.client;
    exports dev.roost.client.gen;
    exports dev.roost.client.gen.api;
    exports dev.roost.client.gen.model;

    opens dev.roost.client.gen.model to
            com.fasterxml.jackson.databind;

    requires transitive java.net.http;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive org.openapitools.jackson.nullable;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires static transitive org.jspecify;
}
