// @ts-check
/** @file The kinds of questions: how each is read, filled in again, and judged. Whoever adds one gives these three. */

/**
 * @typedef {object} Verdict
 * @property {boolean} good
 * @property {Node[]} said what the status says beside right or wrong
 * @property {string} [partly] what to say instead of wrong, where some of it is right; of a choice, where nothing is wrong
 * @property {boolean} [whole] whether `said` holds the word right or wrong already
 * @typedef {object} Kind
 * @property {() => string[]} read what the reader answered; empty where that is nothing
 * @property {(answers: string[]) => void} write fills in what was answered before
 * @property {() => Verdict | string} judge marks the options; a string where there is nothing to judge yet: what to do
 * @property {HTMLElement | undefined} first where the answer begins
 */

/**
 * Two answers are the same when they differ in case, accents' encoding, spaces or closing punctuation only.
 * @param {string} text
 */
export const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\u00a0]+/g, " ").replace(/^[\s"'“”‘’]+|[\s"'“”‘’.,;:!?]+$/g, "");

/** @param {string | null | undefined} text */
export const tidy = (text) => (text ?? "").trim().replace(/\s+/g, " ");

/**
 * @param {DOMStringMap} words
 * @param {number} count
 * @param {number} total
 * @returns {string} nothing where nothing is right
 */
const partly = (words, count, total) => (count ? (words.partly ?? "").replace("{count}", String(count)).replace("{total}", String(total)) : "");

/**
 * @param {string} tag
 * @param {string} name
 * @param {string} [text]
 */
export function make(tag, name, text) {
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

/**
 * Puts the verdict under an option, and gives the same for the status, where it is heard and not seen.
 * @param {HTMLElement} control
 * @param {HTMLElement} box
 */
function mark(control, box) {
  const option = control.closest(".oer-quiz__option");
  box.id = `${control.id}-verdict`;
  option?.append(box);
  control.setAttribute("aria-describedby", box.id);
  return make("span", "oer-sr", ` ${tidy(option?.querySelector("label")?.textContent)}: ${tidy(box.textContent)}`);
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement[]} answers what stands in the <details> under the form
 * @returns {Kind}
 */
export function kindOf(form, answers) {
  const words = form.dataset;
  const why = (/** @type {HTMLElement | undefined} */ answer) => answer?.querySelector(".oer-quiz__why");
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector(".oer-quiz__text"));
  if (field) return ofText(field, answers, words, why);
  const lists = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll(".oer-quiz__list")]);
  if (lists.length) return ofLists(lists, answers, words, why);
  return ofChoices(/** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(".oer-quiz__option input")]), answers, words, why);
}

/**
 * @param {HTMLInputElement[]} choices
 * @param {HTMLElement[]} answers
 * @param {DOMStringMap} words
 * @param {(answer: HTMLElement | undefined) => Element | null | undefined} why
 * @returns {Kind}
 */
function ofChoices(choices, answers, words, why) {
  const many = choices[0]?.type === "checkbox";
  return {
    first: choices[0],
    read: () => choices.flatMap((input, at) => (input.checked ? [answers[at]?.dataset.text ?? ""] : [])),
    write: (given) => choices.forEach((input, at) => (input.checked = given.includes(answers[at]?.dataset.text ?? ""))),
    judge() {
      if (!choices.some((input) => input.checked)) return words.empty ?? "";
      const counts = { right: 0, wrong: 0, missed: 0 };
      /** @type {Node[]} */
      const said = [];
      choices.forEach((input, at) => {
        const right = answers[at]?.dataset.correct === "true";
        // A single choice speaks of what was chosen; a multiple choice also of what was missed.
        if (!input.checked && !(many && right)) return;
        const kind = !input.checked ? "missed" : right ? "right" : "wrong";
        counts[kind] += 1;
        said.push(mark(input, verdict(words[kind] ?? "", kind, why(answers[at]))));
      });
      const { right, wrong, missed } = counts;
      return { good: !wrong && !missed, said, partly: wrong ? "" : partly(words, right, right + missed) };
    },
  };
}

/**
 * @param {HTMLInputElement} field
 * @param {HTMLElement[]} answers
 * @param {DOMStringMap} words
 * @param {(answer: HTMLElement | undefined) => Element | null | undefined} why
 * @returns {Kind}
 */
function ofText(field, answers, words, why) {
  return {
    first: field,
    read: () => (field.value ? [field.value] : []),
    write: (given) => (field.value = given[0] ?? ""),
    judge() {
      const given = plain(field.value);
      if (!given) return words.empty ?? "";
      const match = answers.find((answer) => plain(answer.dataset.text ?? "") === given);
      const good = match?.dataset.correct === "true";
      const box = verdict((match ? (good ? words.right : words.wrong) : words.unknown) ?? "", good ? "right" : "wrong", why(match));
      box.id = `${field.id}-verdict`;
      field.setAttribute("aria-describedby", box.id);
      return { good, said: [box], whole: true };
    },
  };
}

/**
 * Matching and ordering: a list for each item, in which its partner or its place is chosen.
 * @param {HTMLSelectElement[]} lists
 * @param {HTMLElement[]} answers
 * @param {DOMStringMap} words
 * @param {(answer: HTMLElement | undefined) => Element | null | undefined} why
 * @returns {Kind}
 */
function ofLists(lists, answers, words, why) {
  const item = (/** @type {HTMLSelectElement} */ list) => Number(list.dataset.item);
  // Of a matching question the answers name the partners; of an ordering question an item's number is its place.
  const wanted = (/** @type {HTMLSelectElement} */ list) => answers[item(list) - 1]?.dataset.partner ?? String(item(list));
  const ordering = !answers.some((answer) => answer.dataset.partner !== undefined);
  const inOrder = [...lists].sort((a, b) => item(a) - item(b));
  return {
    get first() {
      return lists.find((list) => !list.value) ?? lists[0];
    },
    read: () => (lists.some((list) => list.value) ? inOrder.map((list) => list.value) : []),
    write: (given) => inOrder.forEach((list, at) => (list.value = [...list.options].some((one) => one.value === given[at]) ? given[at] : "")),
    judge() {
      if (lists.some((list) => !list.value)) return words.all ?? words.empty ?? "";
      if (ordering && new Set(lists.map((list) => list.value)).size < lists.length) return words.twice ?? "";
      const right = lists.filter((list) => list.value === wanted(list));
      const said = lists.map((list) => {
        const good = right.includes(list);
        // The reason names the right answer: it is told where it was found, and stands in the answers for who gives up.
        return mark(list, verdict((good ? words.right : words.wrong) ?? "", good ? "right" : "wrong", good ? why(answers[item(list) - 1]) : null));
      });
      const good = right.length === lists.length;
      const some = document.createTextNode(` ${words.some ?? ""}`);
      return { good, said: good || !right.length ? said : [some, ...said], partly: partly(words, right.length, lists.length) };
    },
  };
}
