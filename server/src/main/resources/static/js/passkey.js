// A form with data-passkey asks the device what stands in data-ask, and sends what it answers. It is hidden where there is no such device.
(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const ids = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));
  let waiting = null;

  const asked = (form) => {
    const ask = JSON.parse(form.dataset.ask);
    ask.challenge = bytes(ask.challenge);
    if (ask.user) ask.user.id = bytes(ask.user.id);
    if (ask.excludeCredentials) ask.excludeCredentials = ids(ask.excludeCredentials);
    return ask;
  };

  const answered = (found) => {
    const given = found.response;
    const response = { clientDataJSON: text(given.clientDataJSON) };
    if (given.attestationObject) {
      response.attestationObject = text(given.attestationObject);
      response.transports = given.getTransports ? given.getTransports() : [];
    } else {
      response.authenticatorData = text(given.authenticatorData);
      response.signature = text(given.signature);
      if (given.userHandle) response.userHandle = text(given.userHandle);
    }
    return JSON.stringify({
      id: found.id, rawId: text(found.rawId), type: found.type, response,
      authenticatorAttachment: found.authenticatorAttachment ?? undefined, clientExtensionResults: {},
    });
  };

  const send = (form, found) => {
    form.elements.answer.value = answered(found);
    form.requestSubmit();
  };

  const start = async (form) => {
    const failed = form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    if (!form.reportValidity()) return;
    waiting?.abort();
    waiting = null;
    try {
      const publicKey = asked(form);
      const found = form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey })
        : await navigator.credentials.get({ publicKey });
      send(form, found);
    } catch (reason) {
      failed.hidden = false;
    }
  };

  // the browser offers a passkey in the field that is typed into first, and waits without showing anything else
  const quietly = async (form) => {
    if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
    waiting = new AbortController();
    try {
      send(form, await navigator.credentials.get({ publicKey: asked(form), mediation: "conditional", signal: waiting.signal }));
    } catch (reason) {
      // stopped by a press on the button, or by leaving the page
    }
  };

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.hidden = false;
    form.querySelector("[data-passkey-start]").addEventListener("click", () => start(form));
    // one that was just refused would be offered and refused again, for ever where nobody has to choose it
    if (form.dataset.quiet === "yes" && !location.search.includes("passkey")) quietly(form);
  });
  const device = document.querySelector("[data-passkey-device]");
  if (device) {
    PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().then((can) => { device.value = can ? "passkeys" : ""; });
  }
  document.querySelectorAll("[data-passkey-missing]").forEach((each) => { each.hidden = true; });
})();
