/** A reference as people type it, in the one form that a URL may hold. */

const shape = /^[YCR]-[0-9A-Z]{7}$/;

/** "y 0dw7q2k" is "Y-0DW7Q2K"; null where it can be no reference. */
export function referenceOf(typed: string): string | null {
  const plain = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  const made = `${plain.slice(0, 1)}-${plain.slice(1).replaceAll(/[IL]/g, '1').replaceAll('O', '0')}`;
  return shape.test(made) ? made : null;
}
