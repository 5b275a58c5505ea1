/** A one-time link to hand over, shown this once; or that it was mailed, or that somebody has to agree first. */
import { useState } from 'react';
import { Button } from '../components/button';
import { Done, Inset } from '../components/messages';
import { moment } from '../platform/dates';

export interface Handed {
  /** What was done, in words. */
  words: string;
  /** For whom. */
  name: string;
  link?: string | null;
  expiresAt?: string | null;
}

export function HandedLink({ handed }: { handed: Handed }) {
  const { words, name, link, expiresAt } = handed;
  const [copied, setCopied] = useState(false);
  return (
    <>
      <Done>{words}</Done>
      {link && (
        <Inset>
          <p className="govuk-body">
            Give this link to {name} yourself, and to nobody else. It is shown only now and works once
            {expiresAt && `, until ${moment(expiresAt)}`}.
          </p>
          <p className="govuk-body app-one-time-link">
            <code>{link}</code>
          </p>
          <Button
            look="secondary"
            onClick={() =>
              void navigator.clipboard?.writeText(link).then(
                () => setCopied(true),
                () => setCopied(false),
              )
            }
          >
            Copy the link
          </Button>
          <p className="govuk-body" role="status">
            {copied && 'The link is copied.'}
          </p>
        </Inset>
      )}
      {!link && expiresAt && (
        <Inset>
          The link was mailed to {name}. It works until {moment(expiresAt)}.
        </Inset>
      )}
    </>
  );
}
