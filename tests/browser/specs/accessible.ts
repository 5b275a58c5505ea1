/** What a machine can check of a page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No rule that a machine can check is broken on the page that is open, and it does not scroll sideways. A picture goes into
 * the folder that RIDGEWAY_PICTURES names. */
export async function accessible(page: Page, what: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.app-loading')).toHaveCount(0);
  const result = await new AxeBuilder({ page }).analyze();
  const told = result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  expect(told, what).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${what} scrolls sideways`).toBe(0);
  const folder = process.env.RIDGEWAY_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${what.replaceAll(' ', '-')}.png`, fullPage: true });
}
