package dev.roost.chirp;

import dev.roost.account.Caller;
import java.util.UUID;

/** A chirp that somebody posts, as it is shown. */
record ChirpCreation(UUID id, Caller caller, String body) {}
