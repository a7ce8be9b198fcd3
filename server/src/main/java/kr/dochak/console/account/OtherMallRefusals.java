package kr.dochak.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A form changes the mall for which it was shown: one that was left open in another tab while its reader went to another mall is
 * refused.
 */
@Component
class OtherMallRefusals implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/console/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String shownFor = "POST".equals(request.getMethod()) ? request.getParameter("_mall") : null;
        if (shownFor != null
                && request.getUserPrincipal() instanceof Authentication login
                && login.getPrincipal() instanceof StaffMember staff
                && !shownFor.equals(staff.tenantId().toString())) {
            throw Problem.conflict("other-mall", "console.mall.other");
        }
        return true;
    }
}
