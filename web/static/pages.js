// The few lines that are ours; everything but the entry from inside Telegram works without them.
const hash = new URLSearchParams(location.hash.slice(1));

// A link's code stands behind the #, where no server's log sees it; here it goes into the form.
const code = document.querySelector("[data-hash]");
if (code && location.hash.length > 1) {
  code.value = location.hash.slice(1);
  document.querySelector("[data-for-hash]").hidden = true;
  history.replaceState(null, "", location.pathname);
}

// Telegram tells the page who opened it behind the #, too.
const app = document.querySelector("[data-mini-app]");
if (app) {
  app.elements.init_data.value = hash.get("tgWebAppData") || "";
  history.replaceState(null, "", location.pathname);
  app.submit();
}
