// @ts-check
/** @file Questions: tells right from wrong, option by option, in words and with the reason. The reasons are read from
 * the <details> under the form, which holds everything for readers without JavaScript. What was answered is kept in
 * this browser and stands there again on the next visit. */
import { change, kept } from "./kept.js";
import { MOST_WORDS } from "./progress.js";
import { kindOf, make, tidy } from "./quiz-kinds.js";

const { progress } = kept();

/** @param {HTMLElement} quiz */
function enhance(quiz) {
  const form = quiz.querySelector("form");
  const status = /** @type {HTMLElement | null} */ (quiz.querySelector(".oer-quiz__status"));
  if (!form || !status) return;
  const words = form.dataset;
  const kind = kindOf(form, /** @type {HTMLElement[]} */ ([...quiz.querySelectorAll(".oer-quiz__answer")]));
  const module = /** @type {HTMLElement | null} */ (quiz.closest("[data-oer-module]"))?.dataset.oerModule ?? "";
  const key = quiz.dataset.key ?? "";
  const before = progress.modules[module]?.quiz[key];
  const sureness = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(".oer-quiz__sure input")]);
  const stem = tidy(form.querySelector(".oer-quiz__stem")?.textContent).slice(0, MOST_WORDS);
  let said = false; // how sure one is, since the last check
  let attempts = before?.attempts ?? 0;

  const again = /** @type {HTMLButtonElement} */ (make("button", "oer-button oer-button--quiet oer-quiz__again", words.again));
  again.type = "button";
  again.hidden = true;
  status.after(again);

  /** @param {(answered: import("./progress.js").Answered) => void} update */
  const keep = (update) => {
    if (!module || !key) return;
    change(module, (entry) => {
      const one = (entry.quiz[key] ??= { answers: [], right: false, confidence: "", attempts: 0, at: "" });
      one.at = new Date().toISOString();
      update(one);
    });
  };

  const chosen = () => sureness.find((one) => one.checked)?.value ?? "";
  const draft = () => keep((one) => Object.assign(one, { draft: kind.read(), draftConfidence: chosen() }));

  const clear = () => {
    for (const old of form.querySelectorAll(".oer-quiz__verdict")) old.remove();
    for (const control of form.querySelectorAll("[aria-describedby]")) control.removeAttribute("aria-describedby");
    status.textContent = "";
    status.removeAttribute("aria-live");
    quiz.removeAttribute("data-result");
    again.hidden = true;
  };

  /**
   * @param {string} confidence
   * @returns {boolean | null} whether the answer is right; null where there is none yet
   */
  const show = (confidence) => {
    clear();
    const judged = kind.judge();
    if (typeof judged === "string") {
      status.textContent = judged;
      return null;
    }
    quiz.dataset.result = judged.good ? "right" : judged.partly ? "partly" : "wrong";
    const word = judged.good ? words.right : judged.partly || words.wrong;
    if (!judged.whole) status.append(make("strong", "oer-quiz__word", word ?? ""));
    status.append(...judged.said);
    const look = judged.good === (confidence === "sure") ? "" : words.look;
    if (confidence) status.append(make("p", "oer-quiz__confidence", `${confidence === "sure" ? words.sure : words.unsure} ${look ?? ""}`.trim()));
    again.hidden = false;
    return judged.good;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const confidence = chosen();
    const right = show(confidence);
    // Reasons have come in above the button: it and the verdict beside it may have left the window.
    status.scrollIntoView({ block: "nearest" });
    event.submitter?.scrollIntoView({ block: "nearest" });
    if (right === null) {
      kind.first?.focus();
      return;
    }
    said = false;
    attempts += 1;
    if (attempts > 1) status.append(make("p", "oer-quiz__attempt", (words.attempt ?? "").replace("{number}", String(attempts))));
    keep((one) => {
      Object.assign(one, { answers: kind.read(), right, confidence, attempts });
      if (stem) one.question = stem;
      delete one.draft;
      delete one.draftConfidence;
    });
  });
  form.addEventListener("input", (event) => {
    if (sureness.some((one) => one === event.target)) {
      said = true;
      if (quiz.dataset.result) return; // it is kept with the next answer
    }
    if (quiz.dataset.result) {
      clear();
      if (!said) sureness.forEach((one) => (one.checked = false)); // that was said of the answer before
    }
    draft();
  });
  again.addEventListener("click", () => {
    clear();
    form.reset();
    draft();
    kind.first?.focus();
  });

  /** Shows what stood there at the last visit. That is no news: it is not announced. */
  const restore = () => {
    if (!before) return;
    kind.write(before.draft ?? before.answers);
    const sure = before.draft ? before.draftConfidence : before.confidence;
    for (const one of sureness) one.checked = one.value === sure;
    if (before.draft || !before.attempts || !kind.read().length) return;
    const live = () => status.setAttribute("aria-live", "off");
    live();
    show(before.confidence);
    live();
  };

  // Who has begun to answer before this script was there goes on with that, and who has checked it sees the result.
  if (kind.read().length) draft();
  else restore();
  if (form.dataset.asked === undefined) return;
  delete form.dataset.asked;
  form.dispatchEvent(new Event("submit", { cancelable: true })); // requestSubmit is newer than our oldest Safari
}

for (const quiz of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".oer-quiz"))) enhance(quiz);
