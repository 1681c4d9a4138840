/** What a `Person` needs of a browser, over WebDriver. */
import type { Browser } from 'webdriverio';
import type { Control, Place, Role, Wanted } from '../../sandbox/testing/index.js';

/** Where the sandbox has elements of a role; their names are the browser's to say. */
const selectors: Record<Role, string> = {
  button: 'button',
  checkbox: '[type=checkbox]',
  combobox: '[role=combobox]',
  complementary: '[role=complementary]',
  group: '[role=group]',
  option: '[role=option]',
  radio: '[type=radio]',
  textbox: 'input:not([type=checkbox], [type=radio], [role=combobox])',
};

/** Finds elements inside shadow roots as well; runs in the page. */
export function deep(selector: string, place: ParentNode | null = null): Element[] {
  const below = (parent: ParentNode): Element[] => {
    const shadow = parent instanceof Element ? parent.shadowRoot : null;
    return [...(shadow?.children ?? []), ...parent.children].flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...below(element),
    ]);
  };
  return below(place ?? document);
}

/** The document of the frame that the driver is in. */
export const documentOf = (driver: Browser): Place => placeIn(driver, () => null);

type Found = Promise<HTMLElement> | null;

function placeIn(driver: Browser, root: () => Found): Place {
  return {
    getByRole: (role, wanted = {}) =>
      controlOf(
        driver,
        async () => named(driver, await deepIn(driver, await root(), role, wanted), wanted),
        `${role} ${wanted.name ?? ''}`,
      ),
  };
}

function deepIn(driver: Browser, root: HTMLElement | null, role: Role, { checked }: Wanted) {
  return driver.execute(deep, selectors[role] + (checked ? ':checked' : ''), root);
}

async function named(driver: Browser, elements: readonly Element[], { name, exact }: Wanted) {
  if (name === undefined) return elements;
  const fits = (label: string) => {
    if (typeof name !== 'string') return name.test(label);
    return exact ? label === name : label.includes(name);
  };
  const matching: Element[] = [];
  for (const element of elements) {
    const label = await driver.$(element as HTMLElement).getComputedLabel();
    if (fits(label)) matching.push(element);
  }
  return matching;
}

function controlOf(driver: Browser, all: () => Promise<readonly Element[]>, what: string): Control {
  const first = async () =>
    (await driver.waitUntil(async () => (await all())[0], {
      timeoutMsg: `There is no ${what}`,
    })) as HTMLElement;
  const one = async () => driver.$(await first());
  return {
    ...placeIn(driver, first),
    check: async () => {
      const box = await one();
      if (!(await box.isSelected())) await box.click();
    },
    click: async () => (await one()).click(),
    count: async () => (await all()).length,
    fill: async (text) => {
      // By keyboard: the driver's own way takes no field inside a shadow root for one.
      await driver.execute(
        (field) => {
          field.focus();
          (field as HTMLInputElement).select();
        },
        await first(),
      );
      await driver.keys(text ? Array.from(text) : 'Backspace');
    },
    nth: (index) =>
      controlOf(
        driver,
        async () => (await all()).slice(index, index + 1),
        `${what}, ${index + 1}.`,
      ),
    waitFor: async () => {
      await first();
    },
  };
}
