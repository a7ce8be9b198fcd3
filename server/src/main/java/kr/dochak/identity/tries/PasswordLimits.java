package kr.dochak.identity.tries;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.LoginNumbers;
import kr.dochak.identity.tries.Throttle.Limit;
import org.springframework.stereotype.Component;

/**
 * How often passwords are tried (IDN-1): who fails waits longer each time, for one account from one network, or for many. A browser that has logged in to the account before is counted by itself alone.
 */
@Component
public class PasswordLimits {

    private static final Duration SPRAYED = Duration.ofMinutes(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    /** Failures in a row from anywhere after which unknown browsers share one slow pace (NIST 800-63B, 5.2.2). */
    private static final int FREE_FROM_ANYWHERE = 100;

    private static final Duration PACE_FROM_ANYWHERE = Duration.ofSeconds(10);

    private final Throttle throttle;
    private final Slowing slowing;
    private final Devices devices;
    private final LoginNumbers numbers;
    private final IdentitySettings.Login settings;

    PasswordLimits(
            Throttle throttle, Slowing slowing, Devices devices, LoginNumbers numbers, IdentitySettings settings) {
        this.throttle = throttle;
        this.slowing = slowing;
        this.devices = devices;
        this.numbers = numbers;
        this.settings = settings.login();
    }

    /** Counts a try; answers until when to wait, and then nothing may be tried. */
    public Optional<Instant> tryOnce(String account, Asker asker) {
        if (devices.knows(staff(account), asker.device())) {
            return slowing.tryOnce(pair(), account + "/device " + asker.device());
        }
        return throttle.tryOnce(sprayed(), asker.network())
                .or(() -> slowing.tryOnce(pair(), account + "/" + asker.network()))
                .or(() -> slowing.tryOnce(anywhere(), account));
    }

    /** The password was right: its tries are forgotten, and the browser is known from now on. */
    public void succeeded(String account, Asker asker, String device) {
        slowing.forget(pair(), account + "/device " + asker.device());
        slowing.forget(pair(), account + "/" + asker.network());
        slowing.forget(anywhere(), account);
        throttle.takeBack(sprayed(), asker.network());
        devices.remember(staff(account), device);
    }

    /** Somebody else gave the account a new password: no browser of before counts. */
    public void forgetDevices(String account) {
        devices.forget(staff(account));
        slowing.forget(anywhere(), account);
    }

    private static String staff(String account) {
        return "staff/" + account;
    }

    private Pace pair() {
        return new Pace("password", numbers.passwordTries(), FIRST_WAIT, numbers.passwordLock());
    }

    private static Pace anywhere() {
        return new Pace("password-anywhere", FREE_FROM_ANYWHERE, PACE_FROM_ANYWHERE, PACE_FROM_ANYWHERE);
    }

    private Limit sprayed() {
        return new Limit("password-address", settings.passwordsFromAddress(), SPRAYED);
    }
}
