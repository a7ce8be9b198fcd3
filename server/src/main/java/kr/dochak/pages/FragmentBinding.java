package kr.dochak.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends whoever opens a {@link Fragment} by itself to its page; htmx says that it is the page which asks. */
@Component
class FragmentBinding implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Fragment fragment = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Fragment.class) : null;
        if (fragment == null || request.getHeader("HX-Request") != null) {
            return true;
        }
        response.sendRedirect(page(fragment, request));
        return false;
    }

    private static String page(Fragment fragment, HttpServletRequest request) {
        Map<?, ?> variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> m
                        ? m
                        : Map.of();
        String path = UriComponentsBuilder.fromPath(fragment.of())
                .build()
                .expand(name -> variables.containsKey(name) ? variables.get(name) : "")
                .encode()
                .toUriString();
        String query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }
}
