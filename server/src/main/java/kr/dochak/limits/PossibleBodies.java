package kr.dochak.limits;

import java.lang.reflect.Type;
import java.util.List;
import kr.dochak.shared.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses JSON with characters that cannot be, and says in which field. Batches are told of each of their parts by their own
 * rules, so that one bad part keeps no other back; scans keep all but the bad character.
 */
@RestControllerAdvice
class PossibleBodies extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage input,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body instanceof String json && !Characters.arePossibleInJson(json)) {
            throw Problem.badRequest("characters", "shared.problem.characters");
        }
        if (body instanceof Record) {
            Characters.firstWrong(body, "").ifPresent(wrong -> {
                throw Problem.invalid(List.of(wrong));
            });
        }
        return body;
    }
}
