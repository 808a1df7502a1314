// @ts-check
/** @file Questions: tells right from wrong, option by option, in words and with the reason. The reasons are read from
 * the <details> under the form, which holds everything for readers without JavaScript. */

/**
 * Two answers are the same when they differ in case, accents' encoding, spaces or closing punctuation only.
 * @param {string} text
 */
export const plain = (text) => text.normalize("NFKC").toLocaleLowerCase().replace(/[\s\u00a0]+/g, " ").replace(/^[\s"'“”‘’]+|[\s"'“”‘’.,;:!?]+$/g, "");

/**
 * @param {string} tag
 * @param {string} name
 * @param {string} [text]
 */
function make(tag, name, text) {
  const node = document.createElement(tag);
  node.className = name;
  if (text) node.textContent = text;
  return node;
}

/**
 * The verdict on one option: a word, and the reason as it stands in the answers.
 * @param {string} word
 * @param {"right" | "wrong" | "missed"} kind
 * @param {Element | null | undefined} reason
 */
function verdict(word, kind, reason) {
  const box = make("div", `oer-quiz__verdict oer-quiz__verdict--${kind}`);
  box.append(make("strong", "oer-quiz__word", word));
  if (reason) {
    box.append(" ");
    const copy = make("div", "oer-quiz__reason");
    copy.append(...[...reason.childNodes].map((child) => child.cloneNode(true)));
    for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
    box.append(copy);
  }
  return box;
}

/** @param {HTMLElement} quiz */
function enhance(quiz) {
  const form = quiz.querySelector("form");
  const status = quiz.querySelector(".oer-quiz__status");
  const answers = /** @type {HTMLElement[]} */ ([...quiz.querySelectorAll(".oer-quiz__answer")]);
  if (!form || !status) return;
  const words = form.dataset;
  const choices = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(".oer-quiz__option input")]);
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector(".oer-quiz__text"));

  const clear = () => {
    for (const old of form.querySelectorAll(".oer-quiz__verdict")) old.remove();
    for (const input of [...choices, field]) input?.removeAttribute("aria-describedby");
    status.textContent = "";
    quiz.removeAttribute("data-result");
  };

  /** @param {boolean} good */
  const conclude = (good) => {
    quiz.dataset.result = good ? "right" : "wrong";
    status.append(make("strong", "oer-quiz__word", (good ? words.right : words.wrong) ?? ""));
  };

  const choose = () => {
    const chosen = choices.filter((input) => input.checked);
    if (!chosen.length) {
      status.textContent = words.empty ?? "";
      choices[0]?.focus();
      return;
    }
    const many = choices[0].type === "checkbox";
    let good = true;
    choices.forEach((input, at) => {
      const answer = answers[at];
      const right = answer?.dataset.correct === "true";
      if (right !== input.checked) good = false;
      // A single choice speaks of what was chosen; a multiple choice also of what was missed.
      if (!input.checked && !(many && right)) return;
      const kind = !input.checked ? "missed" : right ? "right" : "wrong";
      const box = verdict(words[kind] ?? "", kind, answer?.querySelector(".oer-quiz__why"));
      box.id = `${input.id}-verdict`;
      input.closest(".oer-quiz__option")?.append(box);
      input.setAttribute("aria-describedby", box.id);
    });
    conclude(good);
    const said = [...form.querySelectorAll(".oer-quiz__option > .oer-quiz__verdict")];
    for (const box of said) {
      const option = box.parentElement?.querySelector("label");
      const line = make("span", "oer-sr", ` ${option?.textContent?.trim()}: ${box.textContent?.trim().replace(/\s+/g, " ")}`);
      status.append(line);
    }
  };

  const compare = () => {
    if (!field || !plain(field.value)) {
      status.textContent = words.empty ?? "";
      field?.focus();
      return;
    }
    const given = plain(field.value);
    const match = answers.find((answer) => plain(answer.dataset.text ?? "") === given);
    const good = match?.dataset.correct === "true";
    quiz.dataset.result = good ? "right" : "wrong";
    const why = match?.querySelector(".oer-quiz__why");
    const box = verdict((match ? (good ? words.right : words.wrong) : words.unknown) ?? "", good ? "right" : "wrong", why);
    box.id = `${field.id}-verdict`;
    field.setAttribute("aria-describedby", box.id);
    status.append(box);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clear();
    if (field) compare();
    else choose();
  });
  form.addEventListener("change", () => {
    if (quiz.dataset.result) clear();
  });
}

for (const quiz of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".oer-quiz"))) enhance(quiz);
