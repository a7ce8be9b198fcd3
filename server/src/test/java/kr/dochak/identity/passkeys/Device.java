package kr.dochak.identity.passkeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A phone that keeps passkeys and checks its owner, in the browser of a test. */
public final class Device {

    private final CDPSession browser;
    private final JsonObject id = new JsonObject();

    private Device(CDPSession browser) {
        this.browser = browser;
    }

    /** One in the page's browser. */
    public static Device in(Page page) {
        Device device = new Device(page.context().newCDPSession(page));
        device.browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        JsonObject added = device.browser.send("WebAuthn.addVirtualAuthenticator", asked);
        device.id.addProperty("authenticatorId", added.get("authenticatorId").getAsString());
        return device;
    }

    /** Whether it recognises its owner from now on. */
    public void recognises(boolean verified) {
        JsonObject asked = id.deepCopy();
        asked.addProperty("isUserVerified", verified);
        browser.send("WebAuthn.setUserVerified", asked);
    }

    /** How many passkeys it keeps. */
    public int passkeys() {
        return browser.send("WebAuthn.getCredentials", id)
                .getAsJsonArray("credentials")
                .size();
    }
}
