package io.switchboard.gateway.api;

import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.gateway.journal.JournalUnavailableException;
import io.switchboard.gateway.replies.ReplyDesk.UnknownThreadException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What went wrong, as problem details (RFC 9457). */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler({CanonicalJson.UnreadableException.class, IllegalArgumentException.class})
    ProblemDetail unreadable(RuntimeException found) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(found.getMessage()));
    }

    @ExceptionHandler({NotFoundException.class, UnknownThreadException.class})
    ProblemDetail missing(Exception found) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(found.getMessage()));
    }

    @ExceptionHandler(JournalUnavailableException.class)
    ProblemDetail unavailable(JournalUnavailableException away) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "the journal is away; try again");
    }
}
