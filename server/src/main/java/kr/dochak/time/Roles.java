package kr.dochak.time;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.Set;
import kr.dochak.database.StartProblem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** What this process does, of what the product does; all of it unless told otherwise ({@code dochak.roles}). */
@ConfigurationProperties("dochak")
public record Roles(@DefaultValue({"web", "ingest", "work"}) Set<Role> roles) {

    /** A part of the product that a process may leave to others. */
    public enum Role {
        /** Pages and the API. */
        WEB,
        /** Applying the log of scans. */
        INGEST,
        /** Whatever waits for a moment: timers, messages, polls, learning. */
        WORK
    }

    public Roles {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new StartProblem("dochak.roles is empty.", "Name at least one of web, ingest and work.");
        }
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether this process does everything, and so needs no other. */
    public boolean areAll() {
        return roles.containsAll(EnumSet.allOf(Role.class));
    }

    /** A bean that exists only in processes with this role. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Conditional(OnRole.class)
    public @interface Needs {
        Role value();
    }

    static final class OnRole implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata bean) {
            Roles roles = Binder.get(context.getEnvironment()).bindOrCreate("dochak", Bindable.of(Roles.class));
            return roles.has(bean.getAnnotations().get(Needs.class).getEnum("value", Role.class));
        }
    }
}
