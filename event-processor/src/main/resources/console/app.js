// Which page is shown: the part of the address after # says it.

import { get, post, remove, SignedOut } from "./api.js";
import { callPage } from "./call.js";
import { callsPage, foundPage, parkedPage, stuckPage } from "./calls.js";
import { announce, h } from "./dom.js";
import { jobsPage } from "./jobs.js";
import { letterPage, lettersPage } from "./letters.js";
import { overviewPage } from "./overview.js";

// Each page: a pattern for the address, its name in the navigation if it has one, and what builds it. What builds
// a page gets its element and the pattern's group, and returns what ends it.
const PAGES = [
  { path: /^\/$/, name: "Overview", href: "#/", show: overviewPage },
  { path: /^\/calls$/, name: "Calls", href: "#/calls", show: callsPage },
  { path: /^\/stuck$/, within: "#/calls", show: stuckPage },
  { path: /^\/parked$/, within: "#/calls", show: parkedPage },
  { path: /^\/find\/(.+)$/, within: "#/calls", show: foundPage },
  { path: /^\/calls\/(.+)$/, within: "#/calls", show: callPage },
  { path: /^\/letters$/, name: "Dead letters", href: "#/letters", show: lettersPage },
  { path: /^\/letters\/(.+)$/, within: "#/letters", show: letterPage },
  { path: /^\/jobs$/, name: "Replay & audit", href: "#/jobs", show: jobsPage },
];

const main = document.getElementById("main");
const navigation = document.getElementById("navigation");
const query = document.getElementById("query");
const signOut = document.getElementById("sign-out");
let leave = () => {};
let first = true;

async function show() {
  leave();
  leave = () => {};
  const address = location.hash.replace(/^#/, "") || "/";
  const page = PAGES.find((candidate) => candidate.path.test(address)) ?? PAGES[0];
  const element = h("div", { class: "page" });
  main.replaceChildren(element);
  markCurrent(page.href ?? page.within);
  try {
    leave = (await page.show(element, decoded(page.path.exec(address)?.[1]), again)) ?? (() => {});
  } catch (problem) {
    if (problem instanceof SignedOut) {
      return signIn();
    }
    element.append(h("h1", { tabindex: "-1" }, "This did not work"), h("p", { class: "notice" }, problem.message));
  }
  const heading = element.querySelector("h1");
  document.title = `${heading?.textContent ?? "Console"} · voicesurvey`;
  // at the start the browser's own order is right: the page's first link comes first
  if (!first) {
    heading?.focus();
  }
  first = false;
  return undefined;
}

/** The page anew, where it was signed out meanwhile for one. */
function again() {
  show();
}

function decoded(part) {
  try {
    return part === undefined ? part : decodeURIComponent(part);
  } catch {
    return part;
  }
}

function markCurrent(href) {
  navigation.replaceChildren(
    h(
      "ul",
      {},
      PAGES.filter((page) => page.name).map((page) =>
        h("li", {}, h("a", { href: page.href, "aria-current": page.href === href ? "page" : null }, page.name)),
      ),
    ),
  );
}

function signIn() {
  const message = h("p", { class: "wrong", id: "wrong", role: "alert" });
  const token = h("input", {
    id: "token",
    type: "password",
    autocomplete: "current-password",
    required: true,
    "aria-describedby": "wrong",
  });
  const form = h(
    "form",
    { class: "card sign-in" },
    h("h1", { tabindex: "-1" }, "Sign in"),
    h("p", {}, "This port asks for a token of ", h("code", {}, "OPS_TOKEN"), "."),
    h("label", { for: "token" }, "Token"),
    token,
    message,
    h("button", { type: "submit" }, "Sign in"),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await post("session", token.value);
      signOut.hidden = false;
      announce("Signed in");
      show();
    } catch (problem) {
      message.textContent = problem.message;
      token.select();
      token.focus();
    }
  });
  signOut.hidden = true;
  main.replaceChildren(h("div", { class: "page" }, form));
  document.title = "Sign in · voicesurvey";
  token.focus();
}

document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const id = query.value.trim();
  if (id) {
    location.hash = `#/find/${encodeURIComponent(id)}`;
  }
});
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
signOut.addEventListener("click", async () => {
  await remove("session").catch(() => {});
  announce("Signed out");
  leave();
  leave = () => {};
  signIn();
});
window.addEventListener("hashchange", show);

const session = await get("session").catch(() => ({ token_needed: false, signed_in: true }));
signOut.hidden = !(session.token_needed && session.signed_in);
if (session.signed_in) {
  show();
} else {
  markCurrent(null);
  signIn();
}
