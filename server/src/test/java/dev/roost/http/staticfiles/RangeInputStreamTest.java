package dev.roost.http.staticfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RangeInputStreamTest {

    /** Micronaut logs what fails while a file is sent, and where in our code that was is of no use to anybody. */
    @Test
    void tellsOfAFileThatBecameShorterWithoutAStackTrace() throws IOException {
        try (var stream = new RangeInputStream(new ByteArrayInputStream(new byte[2]), new ByteRange(0, 3))) {
            Throwable failure = catchThrowable(stream::readAllBytes);

            assertThat(failure).isInstanceOf(EOFException.class).hasMessage("a file became shorter while it was sent");
            assertThat(failure.getStackTrace()).isEmpty();
        }
    }
}
