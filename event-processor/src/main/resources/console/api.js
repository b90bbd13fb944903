// What the page asks of the processor. Paths are relative to the page, so that a proxy may put it anywhere.

/** The processor wants a token first. */
export class SignedOut extends Error {}

/** The processor could not do it, and says why. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export function get(path) {
  return ask(path, {});
}

/** The header is what tells this page from a stranger's. */
export function post(path, body = "") {
  return ask(path, { method: "POST", headers: { "X-Console": "1" }, body });
}

export function remove(path) {
  return ask(path, { method: "DELETE", headers: { "X-Console": "1" } });
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", ...options });
  } catch {
    throw new Problem(0, "The processor does not answer.");
  }
  if (answer.status === 204) {
    return null;
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.status === 401 && path !== "session") {
    throw new SignedOut();
  }
  if (!answer.ok) {
    throw new Problem(answer.status, body.detail ?? `The processor answers ${answer.status}.`);
  }
  return body;
}
