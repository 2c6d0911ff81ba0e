"use strict";
(() => {
  const root = document.documentElement;
  const pages = [...document.querySelectorAll(".page")];
  const nav = document.querySelector(".bar nav");
  let now = 0;
  let resting = 0;

  // Browsers that cannot divide lengths in CSS are told the scale of each page.
  if (!CSS.supports("transform", "scale(tan(atan2(100cqw, 1px)))")) {
    const watch = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) {
        const sheet = target.firstElementChild;
        sheet.style.transform = `scale(${contentRect.width / sheet.offsetWidth})`;
      }
    });
    pages.forEach((page) => watch.observe(page));
  }

  if (window.self !== window.top || location.pathname.startsWith("/embed/")) {
    root.classList.add("framed");
  }
  if (!nav) return;
  nav.hidden = false;
  const counter = nav.querySelector("output");
  const presenting = () => root.classList.contains("present");
  const overview = () => root.classList.contains("overview");

  const mark = (to) => {
    now = Math.max(0, Math.min(pages.length - 1, to));
    pages.forEach((page, n) => page.classList.toggle("now", n === now));
    counter.textContent = `${now + 1} / ${pages.length}`;
  };

  const go = (to) => {
    mark(to);
    history.replaceState(null, "", `#${pages[now].id}`);
    if (!presenting()) pages[now].scrollIntoView({ block: "start" });
  };

  const look = (on) => {
    root.classList.toggle("overview", on);
    nav.querySelector("[data-do=overview]").setAttribute("aria-pressed", String(on));
    pages[now].scrollIntoView({ block: overview() ? "center" : "start", behavior: "instant" });
  };

  const present = (on) => {
    if (on === presenting()) return;
    if (on && overview()) look(false);
    root.classList.toggle("present", on);
    if (on) {
      root.requestFullscreen?.()
        .then(() => screen.orientation?.lock?.("landscape"))
        .catch(() => {});
    } else {
      if (document.fullscreenElement) document.exitFullscreen();
      pages[now].scrollIntoView({ block: "start", behavior: "instant" });
    }
  };

  const actions = {
    next: () => go(now + 1),
    previous: () => go(now - 1),
    first: () => go(0),
    last: () => go(pages.length - 1),
    overview: () => look(!overview()),
    present: () => present(true),
    leave: () => (presenting() ? present(false) : overview() && look(false)),
  };

  const forward = root.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = root.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  const keys = {
    [forward]: "next", [back]: "previous", PageDown: "next", PageUp: "previous",
    Home: "first", End: "last", f: "present", p: "present", o: "overview", Escape: "leave",
  };
  const presented = { " ": "next", Enter: "next", ArrowDown: "next", ArrowUp: "previous", Backspace: "previous" };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keys[event.key] ?? (presenting() ? presented[event.key] : undefined);
    if (!action || (event.target.closest("a, button") && event.key === "Enter")) return;
    event.preventDefault();
    actions[action]();
  });

  nav.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) actions[button.dataset.do]();
  });

  document.querySelector("main").addEventListener("click", (event) => {
    if (event.target.closest("a") || String(getSelection())) return;
    const page = event.target.closest(".page");
    if (overview() && page) {
      mark(pages.indexOf(page));
      look(false);
    } else if (presenting()) {
      const ahead = (event.clientX > innerWidth / 3) !== (root.dir === "rtl");
      actions[ahead ? "next" : "previous"]();
    }
  });

  let touched = null;
  addEventListener("touchstart", (event) => { touched = event.changedTouches[0].clientX; }, { passive: true });
  addEventListener("touchend", (event) => {
    const moved = event.changedTouches[0].clientX - touched;
    if (presenting() && Math.abs(moved) > 40) {
      actions[(moved < 0) !== (root.dir === "rtl") ? "next" : "previous"]();
    }
  }, { passive: true });

  addEventListener("mousemove", () => {
    root.classList.remove("idle");
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.add("idle"), 2000);
  });
  addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement) present(false);
  });
  addEventListener("hashchange", () => {
    const named = pages.findIndex((page) => page.id === location.hash.slice(1));
    if (named >= 0) mark(named);
  });

  // Which page is being read: the one that fills most of the window.
  const shares = new Map();
  const seen = new IntersectionObserver((entries) => {
    for (const { target, intersectionRect } of entries) shares.set(target, intersectionRect.height);
    if (presenting() || overview()) return;
    mark(pages.reduce((best, page, n) => ((shares.get(page) ?? 0) > (shares.get(pages[best]) ?? 0) + 1 ? n : best), 0));
  }, { threshold: [0, 0.25, 0.5, 0.75, 1] });
  pages.forEach((page) => seen.observe(page));

  const asked = pages.findIndex((page) => page.id === location.hash.slice(1));
  mark(Math.max(0, asked));
})();
