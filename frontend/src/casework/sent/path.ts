/** Where the list of what one sent is: a referrer begins there; for everyone else who refers it is a page of its own. */
import { useViewer } from '../../platform/viewer';

export function useSentPath(): '/' | '/referrals' {
  return useViewer().role === 'REFERRER' ? '/' : '/referrals';
}
