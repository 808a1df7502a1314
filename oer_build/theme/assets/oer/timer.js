// @ts-check
/** @file The timer of a room: large digits that all can see, and a few words at the moments that matter.
 *
 * Contract: one [data-oer-timer-panel] with the words in data attributes, and any number of
 * button[data-oer-timer="minutes"][data-name]. Time is taken from the clock and never counted, so that a tab in the
 * background or a sleeping computer loses nothing. */
import { digits, left, longer, moment, paused, resumed, started } from "./clock.js";
import { recall, remember } from "./session.js";
import { fill, leftInWords, tongue } from "./tongue.js";

const panel = /** @type {HTMLElement} */ (document.querySelector("[data-oer-timer-panel]"));
const words = panel.dataset;
const language = tongue();
const key = "timer";
/** @param {string} name @returns {HTMLElement} */
const part = (name) => /** @type {HTMLElement} */ (panel.querySelector(`[data-part="${name}"]`));
const [face, title, pause, minute, full, status, alert] = ["face", "title", "pause", "minute", "full", "status", "alert"].map(part);
const starters = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("button[data-oer-timer]")]);
const sound = /** @type {HTMLInputElement} */ (panel.querySelector("input[type=checkbox]"));

/** @type {import("./clock.js").Timer | null} */
let timer = null;
let name = "";
let seen = 0;
/** @type {HTMLElement | null} */
let opener = null;
/** @type {AudioContext | null} */
let audio = null;
/** @type {number | undefined} */
let ticking;
/** @type {any} */
let awake = null;

/** @param {string | undefined} text */
const filled = (text) => fill(text, { time: leftInWords(timer ? left(timer, Date.now()) : 0, language), name });

/** @param {string | undefined} text @param {HTMLElement} [where] */
function say(text, where = status) {
  (where === status ? alert : status).textContent = "";
  where.textContent = filled(text);
}

/** A short tone, if it was asked for: two notes, soft enough for a small room. */
function tone() {
  if (!sound.checked || !audio) return;
  for (const [at, pitch] of [[0, 660], [0.35, 880]]) {
    const note = audio.createOscillator();
    const volume = audio.createGain();
    const from = audio.currentTime + at;
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, from);
    volume.gain.exponentialRampToValueAtTime(0.25, from + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.3);
    note.connect(volume).connect(audio.destination);
    note.start(from);
    note.stop(from + 0.32);
  }
}

/** The screen stays on while a timer runs, where the browser can do that. */
async function keepAwake() {
  const wanted = timer !== null && timer.ends !== null && left(timer, Date.now()) > 0;
  try {
    if (wanted && !awake && !document.hidden) awake = await /** @type {any} */ (navigator).wakeLock?.request("screen");
    else if (!wanted && awake) await awake.release();
    if (!wanted || awake?.released) awake = null;
  } catch {
    awake = null;
  }
}

/** Looks at the clock: writes the digits, and says what the time that has passed calls for. */
function look() {
  if (!timer) return;
  const now = left(timer, Date.now());
  face.textContent = digits(now);
  const what = timer.ends === null ? "" : moment(timer.total, seen, now);
  seen = now;
  panel.classList.toggle("oer-timer--over", now === 0);
  if (what === "over") {
    say(words.over, alert);
    tone();
    keepAwake();
  } else if (what) say(what === "half" ? words.half : words.left);
}

function draw() {
  const running = timer !== null;
  panel.hidden = !running;
  document.documentElement.toggleAttribute("data-oer-timing", running);
  remember(key, running ? { ...timer, name, page: location.pathname } : null);
  clearInterval(ticking);
  if (!timer) return;
  title.textContent = name;
  pause.textContent = (timer.ends === null ? words.resume : words.pause) ?? "";
  look();
  if (timer.ends !== null) ticking = setInterval(look, 250);
  keepAwake();
}

/** @param {HTMLElement} button */
function begin(button) {
  opener = button;
  name = button.dataset.name ?? "";
  timer = started(Number(button.dataset.oerTimer), Date.now());
  seen = timer.total;
  draw();
  say(words.started);
  pause.focus();
}

function stop() {
  timer = null;
  if (document.fullscreenElement === panel) document.exitFullscreen().catch(() => {});
  panel.classList.remove("oer-timer--full");
  full.setAttribute("aria-pressed", "false");
  draw();
  keepAwake();
  status.textContent = alert.textContent = "";
  (opener ?? starters.find((one) => one.dataset.name === name) ?? starters[0])?.focus();
}

pause.addEventListener("click", () => {
  if (!timer) return;
  const running = timer.ends !== null;
  timer = running ? paused(timer, Date.now()) : resumed(timer, Date.now());
  draw();
  say(running ? words.paused : words.resumed);
});
minute.addEventListener("click", () => {
  if (!timer) return;
  timer = longer(timer, Date.now());
  seen = left(timer, Date.now());
  draw();
  say(words.added);
});
part("stop").addEventListener("click", stop);

/** @param {boolean} large */
function enlarge(large) {
  panel.classList.toggle("oer-timer--full", large);
  full.setAttribute("aria-pressed", String(large));
}
full.addEventListener("click", () => {
  const large = !panel.classList.contains("oer-timer--full");
  enlarge(large);
  if (large) panel.requestFullscreen?.().catch(() => {});
  else if (document.fullscreenElement === panel) document.exitFullscreen().catch(() => {});
});
document.addEventListener("fullscreenchange", () => enlarge(document.fullscreenElement === panel));
panel.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.classList.contains("oer-timer--full")) enlarge(false);
});
sound.addEventListener("change", () => {
  if (!sound.checked) return;
  try {
    audio ??= new AudioContext();
    audio.resume();
    tone();
  } catch {
    sound.checked = false;
  }
});
document.addEventListener("visibilitychange", () => {
  look();
  keepAwake();
});

for (const button of starters) {
  button.hidden = false;
  button.addEventListener("click", () => begin(button));
}
const kept = recall(key);
if (kept?.page === location.pathname && [kept.total, kept.left].every(Number.isFinite) && (kept.ends === null || Number.isFinite(kept.ends))) {
  timer = { total: kept.total, ends: kept.ends, left: kept.left };
  name = String(kept.name ?? "");
  seen = left(timer, Date.now());
  draw();
}
