import type { Locator, Page } from 'playwright-core';

/**
 * Seconds that an action takes a practised person, by the keystroke-level model (Card, Moran and Newell 1980): a key
 * at 55 words a minute (its average skilled typist), pointing at something and pressing, and getting ready for each step.
 */
const KEY = 0.2;
const POINT_AND_PRESS = 1.3;
const GET_READY = 1.35;
/** Finding the words to cite in an opened text of about 250 words: skimming it at 450 words a minute, and a half. */
const SKIM = 17;

/** Hands on the desk, with a count of what they do: by it a person's time is known from a machine's run. */
export class Curator {
  readonly page: Page;
  readonly #begun = Date.now();
  #seconds = 0;
  actions = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async press(what: Locator): Promise<void> {
    await what.click();
    this.#took(POINT_AND_PRESS);
  }

  async key(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.#took(KEY);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.#took(text.length * KEY);
  }

  async fill(field: Locator, text: string): Promise<void> {
    await field.click();
    await field.fill(text);
    this.#took(POINT_AND_PRESS + text.length * KEY);
  }

  /** Puts the pointer to both ends of some words in a field. */
  async mark(field: Locator, words: string): Promise<void> {
    await field.evaluate((element: HTMLTextAreaElement, exact) => {
      const start = element.value.indexOf(exact);
      if (start < 0) throw new Error(`“${exact}” does not stand here`);
      element.focus();
      element.setSelectionRange(start, start + exact.length);
    }, words);
    await field.press('Shift');
    this.#took(SKIM + 2 * POINT_AND_PRESS);
  }

  #took(seconds: number): void {
    this.actions++;
    this.#seconds += GET_READY + seconds;
  }

  /** How long this run took, and would take a person, in seconds. */
  times(): { machine: number; person: number } {
    return { machine: Math.round((Date.now() - this.#begun) / 1000), person: Math.round(this.#seconds) };
  }
}
