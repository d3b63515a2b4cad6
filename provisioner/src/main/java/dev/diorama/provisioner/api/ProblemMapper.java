package dev.diorama.provisioner.api;

import dev.diorama.provisioner.environment.StepFailure;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error leaves as a {@link Problem}; what was not meant for people stays in the server's log. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof StepFailure) {
            return problem(Response.Status.CONFLICT.getStatusCode(), String.valueOf(failure.getMessage()));
        }
        if (failure instanceof WebApplicationException refused) {
            return problem(refused.getResponse().getStatus(), String.valueOf(refused.getMessage()));
        }
        LOG.error("A request failed", failure);
        return problem(
                Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                "The server failed at this request; its log tells why");
    }

    private static Response problem(int status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Problem(message))
                .build();
    }
}
