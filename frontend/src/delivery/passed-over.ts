/** The equality check of waiting lists: which quarters are over, and what is said of who was passed over. Pure. */

export interface Quarter {
  year: number;
  quarter: number;
}

export interface PassedGroup {
  of: readonly string[];
  waited: number;
  passedOver: number;
}

/** The last quarters of a year that are over on a day, the newest first. */
export function quartersOver(isoToday: string, howMany: number): Quarter[] {
  const [year = 0, month = 1] = isoToday.split('-').map(Number);
  // Quarters since the year 0, that of today not counted.
  const last = year * 4 + Math.floor((month - 1) / 3) - 1;
  return Array.from({ length: howMany }, (_, back) => {
    const at = last - back;
    return { year: Math.floor(at / 4), quarter: (at % 4) + 1 };
  });
}

const months = ['January to March', 'April to June', 'July to September', 'October to December'];

export const quarterWords = ({ year, quarter }: Quarter) => `${months[quarter - 1]} ${year}`;

/** The groups that are told as one, as one name. */
export const groupWords = ({ of }: PassedGroup) =>
  of.length > 1 ? `${of.slice(0, -1).join(', ')} and ${of.at(-1)}, together` : (of[0] ?? '');

/** Of how many children how many were passed over, in whole hundredths. */
export const shareOf = ({ waited, passedOver }: PassedGroup) =>
  waited === 0 ? 0 : Math.round((passedOver * 100) / waited);

/** What the check found, in a sentence. The same children stand in each list of groups. */
export function passedFinding(groups: readonly PassedGroup[], when: Quarter): string {
  const all = {
    of: [],
    waited: groups.reduce((sum, it) => sum + it.waited, 0),
    passedOver: groups.reduce((sum, it) => sum + it.passedOver, 0),
  };
  const of = `of ${all.waited} children who joined a waiting list (${shareOf(all)}%)`;
  return `From ${quarterWords(when)}, ${all.passedOver} ${of} were passed over.`;
}
