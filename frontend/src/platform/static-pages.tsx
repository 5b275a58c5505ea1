/** Pages that anyone may read, signed in or not. */
import { Page } from '../components/page';

export function CookiesPage() {
  return (
    <Page title="Cookies" narrow>
      <p className="govuk-body">
        Cookies are small files that a website saves on your device. Ridgeway uses those that are needed to
        sign in and to take registers, so there is nothing to choose and no banner.
      </p>
      <table className="govuk-table app-table">
        <caption className="govuk-table__caption govuk-table__caption--m">
          What is kept on your device
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Name
            </th>
            <th scope="col" className="govuk-table__header">
              What it is for
            </th>
            <th scope="col" className="govuk-table__header">
              When it goes
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          <tr className="govuk-table__row">
            <th scope="row" className="govuk-table__header app-table__cell">
              Sign-in cookie
            </th>
            <td className="govuk-table__cell app-table__cell" data-label="What it is for">
              Tells that it is you. It is a random number and holds nothing about you or any child.
            </td>
            <td className="govuk-table__cell app-table__cell" data-label="When it goes">
              After 30 minutes without use, after 12 hours, or when you sign out
            </td>
          </tr>
          <tr className="govuk-table__row">
            <th scope="row" className="govuk-table__header app-table__cell">
              The role that you chose, in this tab
            </th>
            <td className="govuk-table__cell app-table__cell" data-label="What it is for">
              Only where you hold more than one role, so that you need not choose again when the page is
              loaded again. It is a random name and holds nothing about you or any child.
            </td>
            <td className="govuk-table__cell app-table__cell" data-label="When it goes">
              When you sign out, use “Exit this page” or close the tab
            </td>
          </tr>
          <tr className="govuk-table__row">
            <th scope="row" className="govuk-table__header app-table__cell">
              A mark in this tab
            </th>
            <td className="govuk-table__cell app-table__cell" data-label="What it is for">
              Set only when you use “Exit this page”, so that going back shows nothing
            </td>
            <td className="govuk-table__cell app-table__cell" data-label="When it goes">
              When you close the tab
            </td>
          </tr>
          <tr className="govuk-table__row">
            <th scope="row" className="govuk-table__header app-table__cell">
              Registers, and the key to them
            </th>
            <td className="govuk-table__cell app-table__cell" data-label="What it is for">
              Only where you take registers, so that you can go on without a connection: names and marks of
              the last 12 hours, and what is not sent yet, all enciphered. The key is in a cookie of its own.
            </td>
            <td className="govuk-table__cell app-table__cell" data-label="When it goes">
              Names and the key after 12 hours, when you sign out, or when somebody else signs in. What is not
              sent waits, enciphered, until you have sent it or thrown it away.
            </td>
          </tr>
        </tbody>
      </table>
      <p className="govuk-body">
        We do not use cookies to measure visits, to advertise, or to follow you elsewhere. Apart from
        registers, nothing that you type is kept on your device: drafts are saved, enciphered, on our server.
      </p>
    </Page>
  );
}

export function AccessibilityPage() {
  return (
    <Page title="Accessibility statement" narrow>
      <p className="govuk-body">
        This statement is about Ridgeway. We want as many people as possible to be able to use it. You should
        be able to:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>do everything with a keyboard alone</li>
        <li>zoom in to 400% without the text running off the page</li>
        <li>use it on a phone, with a screen reader, or with speech recognition</li>
        <li>change colours and contrast through your browser or device</li>
      </ul>
      <h2 className="govuk-heading-m">How accessible it is</h2>
      <p className="govuk-body">
        Ridgeway is made to meet level AA of the Web Content Accessibility Guidelines 2.2. Every page is
        checked by a machine at two widths each time the program changes, and the main journeys are run with a
        keyboard alone. It has not yet been audited by people who rely on assistive technology, so we call it
        partially compliant.
      </p>
      <h2 className="govuk-heading-m">If something does not work for you</h2>
      <p className="govuk-body">
        Tell the person who gave you access, or ring the service that you refer to: its number is on every
        referral. They will give you what you need in another way and pass the fault on.
      </p>
      <h2 className="govuk-heading-m">If you are not happy with the answer</h2>
      <p className="govuk-body">
        The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile
        Applications) (No. 2) Accessibility Regulations 2018. You can contact the Equality Advisory and
        Support Service.
      </p>
      <p className="govuk-body">This statement was prepared on 24 November 2026.</p>
    </Page>
  );
}

export function PrivacyPage() {
  return (
    <Page title="Privacy" narrow>
      <p className="govuk-body">
        Ridgeway holds what people who work with a child write down so that the child can be helped. A child
        may read this one day: write as you would want to be written about.
      </p>
      <h2 className="govuk-heading-m">Who sees what</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Those who refer see their own group's referrals, as they sent them, and the words meant for them.
        </li>
        <li>
          The service that a referral goes to sees the whole of it. The child's caseworker sees the case.
        </li>
        <li>Those who pay for, measure or administer the work open no child's record.</li>
      </ul>
      <p className="govuk-body">Every opening of a record is written down: who, when and in which role.</p>
      <h2 className="govuk-heading-m">Who is responsible</h2>
      <p className="govuk-body">
        The youth justice services of Wiltshire Council and Swindon Borough Council, each for its own cases.
        They do this work as a public task, not by consent. Consent to take part is asked for apart from that
        and can be taken back.
      </p>
      <h2 className="govuk-heading-m">Your rights</h2>
      <p className="govuk-body">
        A child, a parent or a member of staff can ask to see what is held about them, to have it put right,
        and to object. Ask the service; its data protection officer answers within one month. You can complain
        to the Information Commissioner's Office.
      </p>
    </Page>
  );
}
