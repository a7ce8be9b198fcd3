package kr.dochak.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a page's method its {@link Frame} or {@link Words} as an argument, and its template the frame. */
@Component
class FrameBinding implements WebMvcConfigurer, HandlerMethodArgumentResolver, HandlerInterceptor {

    private static final String MADE = FrameBinding.class.getName() + ".frame";

    private final Frames frames;

    FrameBinding(Frames frames) {
        this.frames = frames;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Frame.class || parameter.getParameterType() == Words.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (parameter.getParameterType() == Words.class) {
            return frames.words(request);
        }
        Framed framed = framed(Objects.requireNonNull(parameter.getMethod()), parameter.getContainingClass());
        if (framed == null) {
            throw new IllegalStateException(parameter.getMethod() + " takes a frame and is not @Framed");
        }
        return frame(request, framed);
    }

    /** A frame that the method has made itself, such as one with another title, stays. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null
                || page.getViewName() == null
                || page.getViewName().startsWith("redirect:")
                || page.getModel().containsKey("frame")
                || !(handler instanceof HandlerMethod method)) {
            return;
        }
        Framed framed = framed(method.getMethod(), method.getBeanType());
        if (framed != null) {
            page.addObject("frame", frame(request, framed));
        }
    }

    private Frame frame(HttpServletRequest request, Framed framed) {
        if (request.getAttribute(MADE) instanceof Frame made) {
            return made;
        }
        Frame made = frames.of(request, framed.nav(), framed.title());
        request.setAttribute(MADE, made);
        return made;
    }

    private static @Nullable Framed framed(Method method, Class<?> controller) {
        Framed own = AnnotatedElementUtils.findMergedAnnotation(method, Framed.class);
        return own == null ? AnnotatedElementUtils.findMergedAnnotation(controller, Framed.class) : own;
    }
}
