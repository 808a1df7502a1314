// @ts-check
/** @file The reader's progress in this browser: read, and changed one module at a time. Nothing leaves the browser. */
import { blank, clean, nothing } from "./progress.js";
import { load, onChange, save } from "./store.js";

const KEY = "progress";

/** @returns {{progress: import("./progress.js").Progress, fault: "" | "closed" | "damaged", text: string}} */
export function kept() {
  const { value, fault, text } = load(KEY);
  if (fault || value === null) return { progress: nothing(), fault, text };
  const progress = clean(value);
  return { progress: progress ?? nothing(), fault: progress ? "" : "damaged", text };
}

/**
 * Changes what is kept of one module. What cannot be read is not written over: the reader decides about it (My learning).
 * @param {string} module
 * @param {(entry: import("./progress.js").Entry) => void} change called once, or not at all where nothing can be read
 * @param {boolean} [reading] whether the reader only read on
 * @returns {boolean} whether it is kept
 */
export function change(module, change, reading = false) {
  const { progress, fault } = kept();
  if (fault) return false;
  const entry = (progress.modules[module] ??= blank());
  const now = new Date().toISOString();
  entry.started ||= now;
  entry[reading ? "seen" : "at"] = now;
  change(entry);
  return save(KEY, progress);
}

/** @param {import("./progress.js").Progress} progress */
export const replace = (progress) => save(KEY, progress);

/** Calls back when progress has changed elsewhere. @param {() => void} call */
export const onProgress = (call) => onChange([KEY], call);
