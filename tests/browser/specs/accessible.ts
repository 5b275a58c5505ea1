/** What a machine can check of a page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No rule that a machine can check is broken on the page that is open, and it does not scroll sideways. A picture goes into
 * the folder that RIDGEWAY_PICTURES names. */
export async function accessible(page: Page, what: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.app-loading, [aria-busy="true"]')).toHaveCount(0);
  // No page has another in a frame: so the rules run in the page alone, and no empty page is opened to put results together.
  const result = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const told = result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  expect(told, what).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${what} scrolls sideways`).toBe(0);
  const folder = process.env.RIDGEWAY_PICTURES;
  const name = `${what.replaceAll(/[ /]+/g, '-')}-${page.viewportSize()?.width}`;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** The same at both widths; the window has its own again afterwards. */
export async function accessibleAtBothWidths(page: Page, what: string): Promise<void> {
  const own = page.viewportSize();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await accessible(page, `${what} at ${width} px`);
  }
  if (own) await page.setViewportSize(own);
}

/** What is printed of the page that is open carries its classification and the date, and none of its buttons. */
export async function onPaper(page: Page, look: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const mark = page.getByText(/^OFFICIAL-SENSITIVE\. Printed \d+ \w+ \d{4} at (\d+(:\d\d)?[ap]m|midday|midnight)\. Destroy after use\.$/);
  await expect(mark).toBeVisible();
  await expect(page.locator('button:visible')).toHaveCount(0);
  await look();
  const folder = process.env.RIDGEWAY_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/on-paper-${new URL(page.url()).pathname.split('/')[1]}.png`, fullPage: true });
  await page.emulateMedia({ media: 'screen' });
}

/** The first link to such a page on the page that is open. */
export async function firstTo(page: Page, start: string): Promise<string | null> {
  const link = page.locator(`main a[href^="${start}"]`).first();
  if ((await link.count()) === 0) return null;
  return link.getAttribute('href');
}
