package dev.roost.http.ratelimit;

/** A login under way. It counts from its start, so that many at once cannot be more, and in the end only if it failed. */
public final class LoginAttempt implements AutoCloseable {

    private final Verdict verdict;
    private boolean failed;

    LoginAttempt(Verdict verdict) {
        this.verdict = verdict;
    }

    /** Says that the e-mail and the password did not belong together. */
    public void failed() {
        failed = true;
    }

    @Override
    public void close() {
        if (!failed) {
            verdict.giveBack().run();
        }
    }
}
